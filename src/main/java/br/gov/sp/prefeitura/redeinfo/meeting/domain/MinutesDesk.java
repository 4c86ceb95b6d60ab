package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Draft;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Remark;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Version;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with minutes on our pages: write, circulate, remark, answer. */
@Service
@Transactional
public class MinutesDesk {

  static final int LONGEST_REMARK = 2000;

  private final MinutesRepository minutes;
  private final MeetingRepository meetings;
  private final MinutesFacts facts;
  private final MinutesRules rules;
  private final MinutesInstances instances;
  private final MeetingInstances process;
  private final MinutesNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  MinutesDesk(
      MinutesRepository minutes,
      MeetingRepository meetings,
      MinutesFacts facts,
      MinutesRules rules,
      MinutesInstances instances,
      MeetingInstances process,
      MinutesNotices notices,
      AuditLog audit,
      Clock clock) {
    this.minutes = minutes;
    this.meetings = meetings;
    this.facts = facts;
    this.rules = rules;
    this.instances = instances;
    this.process = process;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** What has been typed so far; before anybody has, what is known of the meeting. */
  @Transactional(readOnly = true)
  public Draft draft(Meeting meeting) {
    return minutes
        .findDraft(meeting.id())
        .orElseGet(() -> new Draft(meeting.id(), 0, facts.prefilled(meeting), null, null));
  }

  /** All versions, the latest last. */
  @Transactional(readOnly = true)
  public List<Version> versions(long meetingId) {
    return minutes.findVersions(meetingId);
  }

  /** Remarks on all versions, in the order in which they were made. */
  @Transactional(readOnly = true)
  public List<Remark> remarks(long meetingId) {
    return minutes.findRemarks(meetingId);
  }

  /**
   * Saves what was typed, whole or not.
   *
   * @param revision as it was when the person began to type
   * @throws Refusal (conflict) {@code minutes.changed-meanwhile} if somebody has saved since,
   *     (invalid) for what is too long
   */
  public void save(long meetingId, int revision, MinutesDraft typed, SignedIn by) {
    MeetingAccess.requireWriter(by);
    require(meetingId, MeetingState.HELD);
    MinutesDraft draft = rules.storable(typed);
    if (!minutes.save(meetingId, revision, draft, by.personId(), clock.instant())) {
      throw Refusal.conflict("minutes.changed-meanwhile");
    }
    audit.record(AuditEntry.of(MinutesAction.SAVED, meetingId).by(by.personId()));
  }

  /**
   * Saves what was typed and circulates it: completes the task to write the minutes.
   *
   * @throws Refusal as {@link #save}, and (invalid) with the fields that are missing or wrong
   */
  public void circulate(long meetingId, int revision, MinutesDraft typed, SignedIn by) {
    save(meetingId, revision, typed, by);
    instances.written(meetingId, by.username());
  }

  /**
   * Somebody who belongs to the network remarks on the minutes that circulate.
   *
   * @param item which item it is about, counted from 1; {@code null} for the whole
   */
  public void remark(long meetingId, Integer item, String typedText, SignedIn by) {
    if (!MeetingAccess.proposes(by)) {
      throw MeetingAccess.reads(by)
          ? Refusal.forbidden("minutes.readers-only")
          : MeetingAccess.unknown();
    }
    Meeting meeting = require(meetingId, MeetingState.MINUTES_CIRCULATED);
    Version version = minutes.findLatest(meetingId).orElseThrow(MeetingAccess::unknown);
    if (!version.takesRemarks(clock.instant())) {
      throw Refusal.conflict("minutes.remarks-over");
    }
    Findings findings = new Findings();
    String text = findings.text("text", typedText, LONGEST_REMARK, true);
    if (item != null && (item < 1 || item > version.content().items().size())) {
      findings.add("item", "meeting.choose");
    }
    findings.refuse();
    long id =
        minutes.insertRemark(
            meetingId, version.number(), item, text, by.personId(), clock.instant());
    audit.record(
        AuditEntry.of(MinutesAction.REMARK_MADE, meetingId)
            .by(by.personId())
            .with("remark", id)
            .with("version", version.number()));
    notices.remarked(meeting, id);
  }

  /** The coordination says what becomes of a remark, as long as the minutes are not approved. */
  public void answer(long meetingId, long remarkId, String typedAnswer, SignedIn by) {
    MeetingAccess.requireWriter(by);
    Meeting meeting = meetings.lock(meetingId).orElseThrow(MeetingAccess::unknown);
    if (meeting.state() != MeetingState.MINUTES_CIRCULATED
        && meeting.state() != MeetingState.HELD) {
      throw Refusal.conflict("meeting.moved-on");
    }
    Findings findings = new Findings();
    String answer = findings.text("answer", typedAnswer, LONGEST_REMARK, true);
    findings.refuse();
    if (!minutes.answer(meetingId, remarkId, answer, by.personId(), clock.instant())) {
      throw Refusal.notFound("minutes.no-remark");
    }
    audit.record(
        AuditEntry.of(MinutesAction.REMARK_ANSWERED, meetingId)
            .by(by.personId())
            .with("remark", remarkId));
  }

  /**
   * Ends the time for remarks before its date.
   *
   * @throws Refusal (conflict) if it is over already
   */
  public void closeRemarks(long meetingId, SignedIn by) {
    MeetingAccess.requireWriter(by);
    require(meetingId, MeetingState.MINUTES_CIRCULATED);
    Version version = minutes.findLatest(meetingId).orElseThrow(MeetingAccess::unknown);
    if (!version.takesRemarks(clock.instant())) {
      throw Refusal.conflict("minutes.remarks-over");
    }
    minutes.setRemarksUntil(meetingId, version.number(), clock.instant());
    audit.record(AuditEntry.of(MinutesAction.REMARKS_CLOSED, meetingId).by(by.personId()));
    process.remarksClosed(meetingId);
  }

  private Meeting require(long meetingId, MeetingState state) {
    Meeting meeting = meetings.lock(meetingId).orElseThrow(MeetingAccess::unknown);
    if (meeting.state() != state) {
      throw Refusal.conflict("meeting.moved-on");
    }
    return meeting;
  }
}
