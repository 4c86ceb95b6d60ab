package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceEvents;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingEvents.MeetingFellThrough;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingEvents.MeetingPlanned;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the coordination does with meetings on our pages: plan, change, postpone, cancel. Rows are
 * taken in one order, always: the tasks', the meeting's, the sheet's.
 */
@Service
@Transactional
public class MeetingDesk {

  private final MeetingRepository meetings;
  private final MeetingRules rules;
  private final MeetingInstances instances;
  private final Agendas agendas;
  private final AttendanceEvents attendance;
  private final AuditLog audit;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  MeetingDesk(
      MeetingRepository meetings,
      MeetingRules rules,
      MeetingInstances instances,
      Agendas agendas,
      AttendanceEvents attendance,
      AuditLog audit,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.meetings = meetings;
    this.rules = rules;
    this.instances = instances;
    this.agendas = agendas;
    this.attendance = attendance;
    this.audit = audit;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Plans a meeting; its process begins in the same transaction, and the open follow-ups of its
   * kind stand on its agenda.
   *
   * @return its id
   * @throws Refusal (invalid) with the fields that break a rule
   */
  public long plan(MeetingPlan typed, SignedIn by) {
    MeetingAccess.requireWriter(by);
    MeetingPlan plan = rules.checked(typed);
    String quarter = rules.quarter(plan.kind(), plan.startsAtInstant());
    long id = meetings.insert(plan, quarter, by.personId(), clock.instant());
    audit.record(entry(MeetingAction.PLANNED, id, by).with("kind", plan.kind()));
    agendas.carryOver(id, plan.kind(), by.personId());
    Meeting meeting = meetings.find(id).orElseThrow();
    instances.start(meeting);
    publisher.publishEvent(new MeetingPlanned(id, plan.kind(), quarter));
    return id;
  }

  /**
   * Changes a meeting that is not convened yet; nobody is told, and the time to convene follows the
   * date.
   *
   * @throws Refusal (invalid) with the fields, (conflict) once it is convened
   */
  public void change(long id, MeetingPlan typed, SignedIn by) {
    Meeting meeting = locked(id, by);
    requireState(meeting, MeetingState.PLANNED, "meeting.convened-already");
    MeetingPlan plan = rules.checked(typed);
    String quarter = rules.quarter(plan.kind(), plan.startsAtInstant());
    meetings.update(id, plan, quarter);
    audit.record(entry(MeetingAction.CHANGED, id, by));
    if (!plan.kind().equals(meeting.kind())) {
      agendas.carryOver(id, plan.kind(), by.personId());
    }
    if (!plan.startsAtInstant().equals(meeting.startsAt()) || !plan.kind().equals(meeting.kind())) {
      instances.dateChanged(id);
    }
    tellQuarters(meeting, plan.kind(), quarter);
  }

  /**
   * A convened meeting is at another time; everybody invited is told with the reason.
   *
   * @throws Refusal (invalid) with the fields, (conflict) if it is over
   */
  public void postpone(long id, NewTime typed, SignedIn by) {
    Meeting meeting = locked(id, by);
    requireState(meeting, MeetingState.CONVENED, "meeting.moved-on");
    if (!meeting.ownSheet()) {
      throw Refusal.conflict("meeting.date-follows");
    }
    Findings findings = new Findings();
    rules.checkTime(findings, typed.startsAt(), typed.endsAt(), rules.kind(meeting.kind()));
    String place = findings.line("place", typed.place(), MeetingRules.MAX_LINE, false);
    String link = findings.address("link", typed.link());
    MeetingRules.requirePlace(findings, place, link);
    String reason = findings.text("reason", typed.reason(), Findings.MAX_REASON, true);
    findings.refuse();
    Instant starts = MeetingPlan.instant(typed.startsAt());
    Instant ends = MeetingPlan.instant(typed.endsAt());
    move(meeting, starts, ends, place, link, reason);
    audit.record(
        entry(MeetingAction.POSTPONED, id, by).with("day", typed.startsAt().toLocalDate()));
    if (meeting.attendanceEventId() != null) {
      attendance.move(meeting.attendanceEventId(), starts, ends);
    }
    instances.postponed(id);
  }

  /**
   * It does not take place; who knew of it is told with the reason.
   *
   * @throws Refusal (conflict) once it was held, or is off already
   */
  public void cancel(long id, String typedReason, SignedIn by) {
    Meeting meeting = locked(id, by);
    String reason = Findings.reason("reason", typedReason);
    cancel(meeting, reason);
    audit.record(entry(MeetingAction.CANCELLED, id, by));
  }

  private void cancel(Meeting meeting, String reason) {
    if (!meeting.state().isAhead()) {
      throw Refusal.conflict("meeting.moved-on");
    }
    meetings.callOff(meeting.id(), MeetingState.CANCELLED, reason, clock.instant());
    if (meeting.ownSheet() && meeting.attendanceEventId() != null) {
      attendance.cancel(meeting.attendanceEventId());
    }
    instances.cancelled(meeting.id());
    publisher.publishEvent(new MeetingFellThrough(meeting.id(), meeting.kind(), meeting.quarter()));
  }

  /** The session that the meeting is at the same time has moved: so has the meeting. */
  void follow(long id, Instant starts, Instant ends) {
    Meeting meeting = held(id);
    if (!meeting.state().isAhead() || meeting.startsAt().equals(starts)) {
      return;
    }
    move(meeting, starts, ends, meeting.place(), meeting.link(), null);
    audit.record(AuditEntry.of(MeetingAction.POSTPONED, id).with("shared", true));
    if (meeting.state() == MeetingState.PLANNED) {
      instances.dateChanged(id);
    } else {
      instances.postponed(id);
    }
  }

  /** The session that the meeting is at the same time is off: so is the meeting. */
  void fallWith(long id, String reason) {
    Meeting meeting = held(id);
    if (meeting.state().isAhead()) {
      cancel(meeting, reason);
      audit.record(AuditEntry.of(MeetingAction.CANCELLED, id).with("shared", true));
    }
  }

  private void move(
      Meeting meeting, Instant starts, Instant ends, String place, String link, String reason) {
    String quarter = rules.quarter(meeting.kind(), starts);
    meetings.move(meeting.id(), starts, ends, place, link, quarter, reason);
    tellQuarters(meeting, meeting.kind(), quarter);
  }

  private void tellQuarters(Meeting before, String kind, String quarter) {
    if (!Objects.equals(before.quarter(), quarter)) {
      if (before.quarter() != null) {
        publisher.publishEvent(
            new MeetingFellThrough(before.id(), before.kind(), before.quarter()));
      }
      publisher.publishEvent(new MeetingPlanned(before.id(), kind, quarter));
    }
  }

  private Meeting locked(long id, SignedIn by) {
    MeetingAccess.requireWriter(by);
    return held(id);
  }

  private Meeting held(long id) {
    instances.hold(id);
    return meetings.lock(id).orElseThrow(MeetingAccess::unknown);
  }

  private static void requireState(Meeting meeting, MeetingState state, String code) {
    if (meeting.state() != state) {
      throw Refusal.conflict(code);
    }
  }

  private static AuditEntry entry(MeetingAction action, long id, SignedIn by) {
    return AuditEntry.of(action, id).by(by.personId());
  }

  /** Another time and place of a meeting, the city's time, and why. */
  public record NewTime(
      LocalDateTime startsAt, LocalDateTime endsAt, String place, String link, String reason) {}
}
