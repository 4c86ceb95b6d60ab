package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceEvents;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceEvents.NewEvent;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingEvents.MeetingFellThrough;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingEvents.MeetingHeld;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.AgendaItem.State;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of {@code network-meeting} up to the day it is held, in the engine's transaction. */
@Service
@Transactional
public class MeetingLife {

  public static final int MOST_OTHERS = 10_000;

  /** How far a meeting's real beginning may be from the planned one. */
  private static final Duration AROUND = Duration.ofHours(24);

  private final MeetingRepository meetings;
  private final MeetingRules rules;
  private final Agendas agendas;
  private final Invited invited;
  private final AttendanceEvents attendance;
  private final AttendanceSheets sheets;
  private final MeetingNotices notices;
  private final AuditLog audit;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  MeetingLife(
      MeetingRepository meetings,
      MeetingRules rules,
      Agendas agendas,
      Invited invited,
      AttendanceEvents attendance,
      AttendanceSheets sheets,
      MeetingNotices notices,
      AuditLog audit,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.meetings = meetings;
    this.rules = rules;
    this.agendas = agendas;
    this.invited = invited;
    this.attendance = attendance;
    this.sheets = sheets;
    this.notices = notices;
    this.audit = audit;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * @throws Refusal (not found) if there is none
   */
  @Transactional(readOnly = true)
  public Meeting get(long id) {
    return meetings.find(id).orElseThrow(MeetingAccess::unknown);
  }

  /**
   * Convenes the meeting; the invited hear of it in the step that follows.
   *
   * @param typedMessage what is said besides the agenda, or {@code null}
   * @throws Refusal (invalid) if the date leaves too little notice, the agenda is empty or a
   *     proposal is undecided
   */
  public void convene(long id, String typedMessage, long by) {
    Meeting meeting = lock(id, MeetingState.PLANNED);
    Findings findings = new Findings();
    String message = findings.text("message", typedMessage, MeetingRules.MAX_TEXT, false);
    findings.refuse();
    MeetingKind kind = rules.kind(meeting.kind());
    LocalDate day = LocalDate.ofInstant(meeting.startsAt(), SaoPaulo.ZONE);
    if (!rules.keepsNotice(day, kind)) {
      throw Refusal.invalid("meeting.too-late", kind.noticeDays());
    }
    agendas.carryOver(id, kind.code(), by);
    List<AgendaItem> items = agendas.of(id);
    if (items.stream().anyMatch(item -> item.state() == State.PROPOSED)) {
      throw Refusal.invalid("meeting.agenda-undecided");
    }
    if (items.stream().noneMatch(item -> item.state() == State.ACCEPTED)) {
      throw Refusal.invalid("meeting.agenda-empty");
    }
    meetings.convene(id, message, by, clock.instant());
    audit.record(AuditEntry.of(MeetingAction.CONVENED, id).by(by));
  }

  /**
   * Opens the sheet, with everybody invited, and tells them. A meeting that is a session at the
   * same time has the session's sheet, on which those who enrolled stand. Safe to repeat.
   */
  public void sendConvocation(long id) {
    Meeting meeting = get(id);
    MeetingKind kind = rules.kind(meeting.kind());
    var people = invited.of(kind);
    if (meeting.ownSheet()) {
      long event =
          attendance.plan(
              new NewEvent(
                  MeetingSheets.KIND, id, meeting.title(), meeting.startsAt(), meeting.endsAt()));
      attendance.expect(List.of(event), people);
      meetings.setSheet(id, event);
    }
    notices.convocation(get(id), kind, agendas.accepted(id), people);
  }

  public void tellPostponement(long id) {
    Meeting meeting = get(id);
    notices.postponed(meeting, invited.of(rules.kind(meeting.kind())));
  }

  public void tellNotHeld(long id) {
    Meeting meeting = get(id);
    notices.notHeld(meeting, invited.of(rules.kind(meeting.kind())));
  }

  /** Before the convocation those who proposed something know of the meeting, and nobody else. */
  public void tellCancellation(long id) {
    Meeting meeting = get(id);
    notices.cancelled(
        meeting,
        meeting.convenedAt() == null
            ? agendas.of(id).stream().map(AgendaItem::proposedBy).distinct().toList()
            : invited.of(rules.kind(meeting.kind())));
  }

  /**
   * It took place. Its sheet is complete, and whether there was a quorum is kept as it is now.
   *
   * @param othersPresent people counted who stand neither on the sheet nor among the guests
   * @throws Refusal (invalid) with the fields of the form, or if the sheet is not complete
   */
  public void recordHeld(
      long id, LocalDateTime began, LocalDateTime ended, Integer othersPresent, long by) {
    Meeting meeting = lock(id, MeetingState.CONVENED);
    checkReal(meeting, began, ended, othersPresent);
    long event = meeting.attendanceEventId();
    if (sheets.event(event).filter(AttendanceSheets.SheetEvent::complete).isEmpty()) {
      throw Refusal.invalid("meeting.sheet-incomplete");
    }
    Counts counts = sheets.counts(List.of(event)).get(event);
    Boolean met = rules.kind(meeting.kind()).isMet(counts.present(), counts.expected());
    meetings.recordHeld(
        id,
        new MeetingRepository.Held(
            MeetingPlan.instant(began),
            MeetingPlan.instant(ended),
            othersPresent == null ? 0 : othersPresent,
            met),
        by,
        clock.instant());
    audit.record(
        AuditEntry.of(MeetingAction.HELD, id)
            .by(by)
            .with("present", counts.present())
            .with("expected", counts.expected()));
    publisher.publishEvent(new MeetingHeld(id, meeting.kind(), meeting.quarter()));
  }

  private void checkReal(
      Meeting meeting, LocalDateTime began, LocalDateTime ended, Integer others) {
    Findings findings = new Findings();
    findings.required("beganAt", began, "meeting.moment");
    findings.required("endedAt", ended, "meeting.moment");
    findings.number("othersPresent", others, 0, MOST_OTHERS);
    if (began != null && ended != null) {
      MeetingRules.checkPeriod(findings, "endedAt", began, ended);
      if (MeetingPlan.instant(ended).isAfter(clock.instant())) {
        findings.add("endedAt", "meeting.not-over");
      }
      Duration off = Duration.between(meeting.startsAt(), MeetingPlan.instant(began)).abs();
      if (off.compareTo(AROUND) > 0) {
        findings.add("beganAt", "meeting.another-day");
      }
    }
    findings.refuse();
  }

  /** It did not take place; its sheet takes nothing more. */
  public void recordNotHeld(long id, String typedReason, long by) {
    Meeting meeting = lock(id, MeetingState.CONVENED);
    String reason = Findings.reason("notHeldReason", typedReason);
    meetings.recordNotHeld(id, reason, by, clock.instant());
    if (meeting.ownSheet() && meeting.attendanceEventId() != null) {
      attendance.cancel(meeting.attendanceEventId());
    }
    audit.record(AuditEntry.of(MeetingAction.NOT_HELD, id).by(by));
    publisher.publishEvent(new MeetingFellThrough(id, meeting.kind(), meeting.quarter()));
  }

  private Meeting lock(long id, MeetingState state) {
    Meeting meeting = meetings.lock(id).orElseThrow(MeetingAccess::unknown);
    if (meeting.state() != state) {
      throw Refusal.conflict("meeting.moved-on");
    }
    return meeting;
  }
}
