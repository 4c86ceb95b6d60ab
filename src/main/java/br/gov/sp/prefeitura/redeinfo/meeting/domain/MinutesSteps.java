package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Decision;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Draft;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Version;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of {@code network-meeting} after the day it was held, in the engine's transaction. */
@Service
@Transactional
public class MinutesSteps {

  private final MeetingRepository meetings;
  private final MinutesRepository minutes;
  private final MinutesFacts facts;
  private final MinutesRules rules;
  private final MinutesPaper paper;
  private final FollowUpService followUps;
  private final MeetingKinds kinds;
  private final Invited invited;
  private final MeetingDeadlines deadlines;
  private final MinutesNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  MinutesSteps(
      MeetingRepository meetings,
      MinutesRepository minutes,
      MinutesFacts facts,
      MinutesRules rules,
      MinutesPaper paper,
      FollowUpService followUps,
      MeetingKinds kinds,
      Invited invited,
      MeetingDeadlines deadlines,
      MinutesNotices notices,
      AuditLog audit,
      Clock clock) {
    this.meetings = meetings;
    this.minutes = minutes;
    this.facts = facts;
    this.rules = rules;
    this.paper = paper;
    this.followUps = followUps;
    this.kinds = kinds;
    this.invited = invited;
    this.deadlines = deadlines;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The minutes are written: what has been saved is kept as the next version, with the attendance
   * of this moment.
   *
   * @throws Refusal (invalid) with what is missing or wrong
   */
  public void written(long meetingId, long by) {
    Meeting meeting = require(meetingId, MeetingState.HELD);
    Draft draft =
        minutes.findDraft(meetingId).orElseThrow(() -> Refusal.invalid("minutes.nothing-written"));
    MinutesContent content =
        rules.complete(draft.typed(), facts.attendance(meeting), facts.guests(meeting));
    minutes.insertVersion(meetingId, content, by, clock.instant());
    audit.record(AuditEntry.of(MinutesAction.WRITTEN, meetingId).by(by));
  }

  /** Those invited read them and have some days for remarks. Safe to repeat. */
  public void circulate(long meetingId) {
    Meeting meeting = lock(meetingId);
    Version version = latest(meetingId);
    if (version.remarksUntil() == null) {
      minutes.setRemarksUntil(meetingId, version.number(), deadlines.remarks());
      enter(meetingId, MeetingState.MINUTES_CIRCULATED);
    }
    notices.circulated(meeting, latest(meetingId), invited.of(kinds.get(meeting.kind())));
  }

  /**
   * They hold from now on; what they decide to be done begins.
   *
   * @throws Refusal (forbidden) for whoever wrote at them
   */
  public void approve(long meetingId, long by) {
    Version version = decided(meetingId, by, Decision.APPROVED, null);
    List<NewFollowUp> decided =
        version.content().followUps().stream().map(MinutesContent.Line::followUp).toList();
    enter(meetingId, MeetingState.MINUTES_APPROVED);
    audit.record(
        AuditEntry.of(MinutesAction.APPROVED, meetingId)
            .by(by)
            .with("version", version.number())
            .with("followUps", decided.size()));
    followUps.open(meetingId, decided, by);
  }

  /** They are written again. */
  public void giveBack(long meetingId, String typedReason, long by) {
    String reason = Findings.reason("returnReason", typedReason);
    Version version = decided(meetingId, by, Decision.RETURNED, reason);
    enter(meetingId, MeetingState.HELD);
    audit.record(
        AuditEntry.of(MinutesAction.RETURNED, meetingId).by(by).with("version", version.number()));
  }

  private Version decided(long meetingId, long by, Decision decision, String reason) {
    require(meetingId, MeetingState.MINUTES_CIRCULATED);
    if (minutes.findWriters(meetingId).contains(by)) {
      throw Refusal.forbidden("minutes.own-minutes");
    }
    Version version = latest(meetingId);
    minutes.decide(meetingId, version.number(), decision, reason, by, clock.instant());
    return version;
  }

  /** Anybody reads them from now on; their PDF is made once. Safe to repeat. */
  public void publish(long meetingId) {
    Meeting meeting = lock(meetingId);
    if (minutes.findDocument(meetingId).isEmpty()) {
      minutes.keepDocument(meetingId, paper.print(meeting, latest(meetingId)), clock.instant());
      enter(meetingId, MeetingState.PUBLISHED);
      audit.record(AuditEntry.of(MinutesAction.PUBLISHED, meetingId));
    }
  }

  public void announce(long meetingId) {
    Meeting meeting = lock(meetingId);
    notices.published(meeting, invited.of(kinds.get(meeting.kind())));
  }

  private Version latest(long meetingId) {
    return minutes.findLatest(meetingId).orElseThrow(MeetingAccess::unknown);
  }

  private Meeting require(long meetingId, MeetingState state) {
    Meeting meeting = lock(meetingId);
    if (meeting.state() != state) {
      throw Refusal.conflict("meeting.moved-on");
    }
    return meeting;
  }

  private Meeting lock(long meetingId) {
    return meetings.lock(meetingId).orElseThrow(MeetingAccess::unknown);
  }

  private void enter(long meetingId, MeetingState state) {
    meetings.enter(meetingId, state, null, clock.instant());
  }
}
