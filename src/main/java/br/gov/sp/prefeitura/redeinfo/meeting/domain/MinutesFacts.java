package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent.Attendance;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent.Guest;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent.OfBody;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of a meeting before anybody writes its minutes. */
@Component
@Transactional(readOnly = true)
public class MinutesFacts {

  private final AgendaRepository agenda;
  private final AttendanceSheets sheets;
  private final Persons persons;
  private final Bodies bodies;

  MinutesFacts(AgendaRepository agenda, AttendanceSheets sheets, Persons persons, Bodies bodies) {
    this.agenda = agenda;
    this.sheets = sheets;
    this.persons = persons;
    this.bodies = bodies;
  }

  /** A draft with all that is known: one entry per item of the agenda. */
  MinutesDraft prefilled(Meeting meeting) {
    List<MinutesDraft.Item> items =
        agenda.of(meeting.id()).stream()
            .filter(item -> item.state() == AgendaItem.State.ACCEPTED)
            .map(item -> new MinutesDraft.Item(String.valueOf(item.id()), item.title(), null, null))
            .toList();
    return new MinutesDraft(
        meeting.place() == null ? meeting.link() : meeting.place(),
        local(meeting.beganAt()),
        local(meeting.endedAt()),
        null,
        null,
        null,
        null,
        items,
        List.of());
  }

  private static String local(Instant moment) {
    return moment == null
        ? null
        : LocalDateTime.ofInstant(moment, SaoPaulo.ZONE).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /** Numbers as the sheet says now. */
  Attendance attendance(Meeting meeting) {
    int others = meeting.othersPresent() == null ? 0 : meeting.othersPresent();
    Long event = meeting.attendanceEventId();
    Counts counts = event == null ? null : sheets.counts(List.of(event)).getOrDefault(event, null);
    if (counts == null) {
      return new Attendance(0, 0, 0, 0, others, meeting.quorumMet(), List.of());
    }
    Map<Long, Long> byBody =
        people(event, AttendanceStatus.PRESENT).stream()
            .map(Person::bodyId)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Map<Long, Body> names = bodies.byId(byBody.keySet());
    return new Attendance(
        counts.expected(),
        counts.present(),
        counts.absent(),
        counts.justified(),
        others,
        meeting.quorumMet(),
        byBody.entrySet().stream()
            .sorted(Comparator.comparing(entry -> names.get(entry.getKey()).acronym()))
            .map(entry -> new OfBody(entry.getKey(), entry.getValue().intValue()))
            .toList());
  }

  /** The guests who were there. */
  List<Guest> guests(Meeting meeting) {
    return agenda.guests(meeting.id()).stream()
        .filter(guest -> Boolean.TRUE.equals(guest.present()))
        .map(
            guest -> new Guest(guest.name(), guest.role(), guest.organisation(), guest.authority()))
        .toList();
  }

  /** The people of whom the meeting's sheet says so, by name; for those who belong to it. */
  public List<Person> people(Meeting meeting, AttendanceStatus status) {
    return meeting.attendanceEventId() == null
        ? List.of()
        : people(meeting.attendanceEventId(), status);
  }

  private List<Person> people(long event, AttendanceStatus status) {
    return persons.byId(sheets.persons(event, status)).values().stream()
        .sorted(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }
}
