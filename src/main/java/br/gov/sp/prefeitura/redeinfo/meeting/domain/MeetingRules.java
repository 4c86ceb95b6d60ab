package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.SheetEvent;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a plan and a date must satisfy. */
@Component
class MeetingRules {

  static final int MAX_TITLE = 160;
  static final int MAX_LINE = 300;
  static final int MAX_TEXT = 2000;
  private static final int MONTHS_AHEAD = 18;

  private final MeetingKinds kinds;
  private final AttendanceSheets sheets;
  private final WorkingDays workingDays;
  private final Clock clock;

  MeetingRules(MeetingKinds kinds, AttendanceSheets sheets, WorkingDays workingDays, Clock clock) {
    this.kinds = kinds;
    this.sheets = sheets;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /**
   * The plan in its kept form.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) with the fields
   */
  MeetingPlan checked(MeetingPlan typed) {
    Findings findings = new Findings();
    Optional<MeetingKind> kind = typed.kind() == null ? Optional.empty() : kinds.find(typed.kind());
    if (kind.isEmpty()) {
      findings.add("kind", "meeting.choose");
    }
    MeetingPlan timed = timed(typed, findings);
    String place = findings.line("place", typed.place(), MAX_LINE, false);
    String link = findings.address("link", typed.link());
    requirePlace(findings, place, link);
    MeetingPlan plan =
        new MeetingPlan(
            typed.kind(),
            findings.line("title", typed.title(), MAX_TITLE, true),
            findings.text("purpose", typed.purpose(), MAX_TEXT, false),
            timed.startsAt(),
            timed.endsAt(),
            place,
            link,
            findings.line("hosts", typed.hosts(), MAX_LINE, true),
            typed.sharedEventId());
    checkTime(findings, plan.startsAt(), plan.endsAt(), kind.orElse(null));
    findings.refuse();
    return plan;
  }

  /** A meeting that is a session at the same time is when that session is. */
  private MeetingPlan timed(MeetingPlan typed, Findings findings) {
    if (typed.sharedEventId() == null) {
      return typed;
    }
    Optional<SheetEvent> shared =
        sheets
            .event(typed.sharedEventId())
            .filter(event -> !event.cancelled() && !event.complete())
            .filter(event -> !MeetingSheets.KIND.equals(event.kind()));
    if (shared.isEmpty()) {
      findings.add("sharedEventId", "meeting.shared-event");
      return typed;
    }
    return typed.at(shared.get().startsAt(), shared.get().endsAt());
  }

  static void requirePlace(Findings findings, String place, String link) {
    if (place == null && link == null) {
      findings.add("place", "meeting.place-or-link");
    }
  }

  /** A time to come, of a reasonable length, that still keeps the kind's minimum notice. */
  void checkTime(Findings findings, LocalDateTime starts, LocalDateTime ends, MeetingKind kind) {
    findings.required("startsAt", starts, "meeting.moment");
    findings.required("endsAt", ends, "meeting.moment");
    if (starts == null || ends == null) {
      return;
    }
    checkPeriod(findings, "endsAt", starts, ends);
    LocalDateTime now = LocalDateTime.now(clock.withZone(SaoPaulo.ZONE));
    if (!starts.isAfter(now)) {
      findings.add("startsAt", "meeting.past");
    } else if (starts.isAfter(now.plusMonths(MONTHS_AHEAD))) {
      findings.add("startsAt", "meeting.far-away", MONTHS_AHEAD);
    } else if (kind != null && !keepsNotice(starts.toLocalDate(), kind)) {
      findings.add("startsAt", "meeting.notice", kind.noticeDays(), earliest(kind));
    }
  }

  /** A meeting takes some of one day. */
  static void checkPeriod(
      Findings findings, String field, LocalDateTime from, LocalDateTime until) {
    if (!from.isBefore(until) || until.isAfter(from.plusDays(1))) {
      findings.add(field, "meeting.period");
    }
  }

  MeetingKind kind(String code) {
    return kinds.get(code);
  }

  /** Whether who is convened today still has the kind's minimum notice. */
  boolean keepsNotice(LocalDate day, MeetingKind kind) {
    return !SaoPaulo.today(clock).isAfter(lastConvocation(day, kind));
  }

  /** The last day on which a meeting of that day may be convened. */
  LocalDate lastConvocation(LocalDate day, MeetingKind kind) {
    return workingDays.minus(day, kind.noticeDays());
  }

  private String earliest(MeetingKind kind) {
    return SaoPaulo.DAY.format(workingDays.plus(SaoPaulo.today(clock), kind.noticeDays()));
  }

  /** The quarter the meeting counts for; {@code null} if its kind counts for none. */
  String quarter(String kind, Instant startsAt) {
    return kinds.get(kind).quarterly()
        ? Quarter.of(LocalDate.ofInstant(startsAt, SaoPaulo.ZONE)).toString()
        : null;
  }
}
