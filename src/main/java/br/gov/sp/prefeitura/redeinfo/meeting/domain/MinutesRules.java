package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent.Attendance;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent.Guest;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What minutes must say before they are circulated. */
@Component
class MinutesRules {

  static final int MOST_ROWS = 40;
  static final int LONGEST_TEXT = 8000;
  private static final int LONGEST_LINE = 300;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_FOLLOW_UP = 500;
  private static final int LONGEST_NOTE = 4000;

  private final Bodies bodies;
  private final Persons persons;
  private final FollowUpOwners owners;
  private final InitiativeRepository initiatives;
  private final Clock clock;

  MinutesRules(
      Bodies bodies,
      Persons persons,
      FollowUpOwners owners,
      InitiativeRepository initiatives,
      Clock clock) {
    this.bodies = bodies;
    this.persons = persons;
    this.owners = owners;
    this.initiatives = initiatives;
    this.clock = clock;
  }

  /**
   * What was typed as it can be kept: nothing is too long. The rest is judged later.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) with the fields
   */
  MinutesDraft storable(MinutesDraft typed) {
    Findings findings = new Findings();
    MinutesDraft draft = typed.withoutEmptyRows();
    if (draft.items().size() > MOST_ROWS || draft.followUps().size() > MOST_ROWS) {
      findings.add(null, "minutes.too-many", MOST_ROWS);
    }
    read(draft, findings, false, null, List.of());
    findings.refuse();
    return draft;
  }

  /**
   * The minutes as they are circulated.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) with the fields
   */
  MinutesContent complete(MinutesDraft draft, Attendance attendance, List<Guest> guests) {
    Findings findings = new Findings();
    MinutesContent content = read(draft, findings, true, attendance, guests);
    findings.refuse();
    return content;
  }

  private MinutesContent read(
      MinutesDraft draft,
      Findings findings,
      boolean whole,
      Attendance attendance,
      List<Guest> guests) {
    LocalDateTime began = moment("beganAt", draft.beganAt(), findings, whole);
    LocalDateTime ended = moment("endedAt", draft.endedAt(), findings, whole);
    if (whole && began != null && ended != null) {
      MeetingRules.checkPeriod(findings, "endedAt", began, ended);
    }
    List<MinutesContent.Item> items = new ArrayList<>();
    for (int i = 0; i < draft.items().size(); i++) {
      items.add(item(draft.items().get(i), "items[" + i + "].", findings, whole));
    }
    List<MinutesContent.Line> lines = new ArrayList<>();
    for (int i = 0; i < draft.followUps().size(); i++) {
      line(draft.followUps().get(i), "followUps[" + i + "].", findings, whole)
          .ifPresent(lines::add);
    }
    return new MinutesContent(
        findings.line("place", draft.place(), LONGEST_LINE, whole),
        began,
        ended,
        findings.line("coordinator", draft.coordinator(), LONGEST_LINE, whole),
        findings.line("secretary", draft.secretary(), LONGEST_LINE, whole),
        findings.text("justifications", draft.justifications(), LONGEST_NOTE, false),
        findings.text("other", draft.other(), LONGEST_TEXT, false),
        items,
        lines,
        attendance,
        guests);
  }

  private static MinutesContent.Item item(
      MinutesDraft.Item typed, String at, Findings findings, boolean whole) {
    return new MinutesContent.Item(
        number(typed.agendaItemId()),
        findings.line(at + "title", typed.title(), LONGEST_TITLE, whole),
        findings.text(at + "discussion", typed.discussion(), LONGEST_TEXT, whole),
        findings.text(at + "decision", typed.decision(), LONGEST_TEXT, false));
  }

  private Optional<MinutesContent.Line> line(
      MinutesDraft.Line typed, String at, Findings findings, boolean whole) {
    String text = findings.text(at + "text", typed.text(), LONGEST_FOLLOW_UP, whole);
    String owner = findings.line(at + "owner", typed.owner(), LONGEST_LINE, false);
    if (!whole) {
      return Optional.empty();
    }
    LocalDate due = day(at + "dueOn", typed.dueOn(), findings);
    Optional<Body> body =
        Optional.ofNullable(typed.body())
            .flatMap(bodies::findBySlug)
            .filter(one -> one.existsOn(SaoPaulo.today(clock)));
    if (body.isEmpty()) {
      findings.add(at + "body", "meeting.choose");
    }
    Optional<Person> person = Optional.ofNullable(owner).flatMap(persons::findByEmail);
    if (owner != null
        && body.isPresent()
        && person.filter(one -> owners.isOf(one.id(), body.get().id())).isEmpty()) {
      findings.add(at + "owner", "minutes.owner", body.get().acronym());
    }
    Long initiative = number(typed.initiative());
    if (initiative != null && !initiatives.exists(initiative)) {
      findings.add(at + "initiative", "meeting.choose");
    }
    return body.map(
        one ->
            new MinutesContent.Line(
                text, one.id(), person.map(Person::id).orElse(null), due, initiative));
  }

  private LocalDate day(String field, String typed, Findings findings) {
    LocalDate day = null;
    try {
      day = typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      // Said below, as for a day that is missing.
    }
    LocalDate today = SaoPaulo.today(clock);
    if (day == null
        || day.isBefore(today)
        || day.isAfter(today.plusMonths(FollowUpService.MONTHS_AHEAD))) {
      findings.add(field, "follow-up.due-range", FollowUpService.MONTHS_AHEAD);
    }
    return day;
  }

  private static LocalDateTime moment(
      String field, String typed, Findings findings, boolean required) {
    try {
      if (typed != null && !typed.isBlank()) {
        return LocalDateTime.parse(typed.strip());
      }
    } catch (DateTimeException e) {
      if (!required) {
        return null;
      }
    }
    if (required) {
      findings.add(field, "meeting.moment");
    }
    return null;
  }

  private static Long number(String typed) {
    return typed != null && typed.matches("[0-9]{1,18}") ? Long.valueOf(typed) : null;
  }
}
