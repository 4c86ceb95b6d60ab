package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.calendar.CalendarFiles;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.AgendaItem;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Agendas;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Guests;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingAccess;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingCalendar;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingInstances;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarters;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The meetings of the network: the list, and one of them. */
@Controller
@RequestMapping("/meetings")
class MeetingController {

  private static final int PER_PAGE = 25;

  private final MeetingWeb web;
  private final MeetingQueries queries;
  private final Quarters quarters;
  private final Agendas agendas;
  private final Guests guests;
  private final MeetingInstances instances;
  private final MeetingCalendar calendar;
  private final CalendarFiles files;
  private final AttendanceSheets sheets;
  private final Persons persons;
  private final Clock clock;

  MeetingController(
      MeetingWeb web,
      MeetingQueries queries,
      Quarters quarters,
      Agendas agendas,
      Guests guests,
      MeetingInstances instances,
      MeetingCalendar calendar,
      CalendarFiles files,
      AttendanceSheets sheets,
      Persons persons,
      Clock clock) {
    this.web = web;
    this.queries = queries;
    this.quarters = quarters;
    this.agendas = agendas;
    this.guests = guests;
    this.instances = instances;
    this.calendar = calendar;
    this.files = files;
    this.sheets = sheets;
    this.persons = persons;
    this.clock = clock;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "COMING") When when,
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String after,
      Model model) {
    SignedIn person = web.reader();
    String only = kind == null || kind.isEmpty() ? null : kind;
    Position position = Position.parse(after);
    List<Meeting> found =
        when == When.COMING
            ? queries.coming(only, position, PER_PAGE + 1)
            : queries.past(only, position, PER_PAGE + 1);
    List<Meeting> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("meetings", page);
    model.addAttribute("kinds", web.kinds());
    model.addAttribute("kind", only);
    model.addAttribute("when", when);
    model.addAttribute("writes", MeetingAccess.writes(person));
    Year year = Year.of(SaoPaulo.today(clock).getYear());
    model.addAttribute("year", String.valueOf(year));
    model.addAttribute("quarters", quarters.of(year));
    model.addAttribute("first", after == null ? null : address(when, only, null));
    model.addAttribute(
        "next",
        found.size() > PER_PAGE ? address(when, only, position(page.get(PER_PAGE - 1))) : null);
    return "meeting/list";
  }

  private static Position position(Meeting meeting) {
    return new Position(meeting.startsAt(), meeting.id());
  }

  private static String address(When when, String kind, Position after) {
    return UriComponentsBuilder.fromPath("/meetings")
        .queryParam("when", when)
        .queryParamIfPresent("kind", Optional.ofNullable(kind))
        .queryParamIfPresent("after", Optional.ofNullable(after))
        .toUriString();
  }

  @GetMapping("/{id:[0-9]+}")
  String meeting(@PathVariable long id, Model model) {
    Meeting meeting = web.show(id, model);
    List<AgendaItem> agenda = agendas.of(id);
    model.addAttribute("agenda", agenda);
    model.addAttribute("proposes", MeetingAccess.proposes(web.person()));
    model.addAttribute("guests", guests.of(id));
    model.addAttribute("guestsOpen", Guests.isOpen(meeting));
    model.addAttribute("waiting", instances.waiting(id).stream().findFirst().orElse(null));
    model.addAttribute(
        "counts",
        meeting.attendanceEventId() == null
            ? null
            : sheets.counts(List.of(meeting.attendanceEventId())).get(meeting.attendanceEventId()));
    model.addAttribute(
        "people",
        persons.byId(
            Stream.concat(
                    agenda.stream().map(AgendaItem::proposedBy),
                    Stream.of(meeting.createdBy(), meeting.convenedBy(), meeting.recordedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
    return "meeting/meeting";
  }

  /** A convened meeting for a calendar. */
  @GetMapping("/{id:[0-9]+}/calendar")
  ResponseEntity<byte[]> calendar(@PathVariable long id, Model model) {
    web.show(id, model);
    byte[] file =
        calendar
            .find(MeetingCalendar.uid(id))
            .map(files::file)
            .orElseThrow(() -> Refusal.notFound("meeting.not-found"));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, CalendarFiles.CONTENT_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(MeetingCalendar.uid(id) + ".ics")
                .build()
                .toString())
        .body(file);
  }

  /** Which part of the list; in words {@code meeting.when.<name>}. */
  enum When {
    COMING,
    PAST
  }
}
