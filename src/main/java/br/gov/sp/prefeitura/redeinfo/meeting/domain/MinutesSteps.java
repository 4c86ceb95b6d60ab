package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of {@code network-meeting} after the day it was held, in the engine's transaction. */
@Service
@Transactional
public class MinutesSteps {

  private final MeetingRepository meetings;
  private final Clock clock;

  MinutesSteps(MeetingRepository meetings, Clock clock) {
    this.meetings = meetings;
    this.clock = clock;
  }

  /** The minutes are written and go to everybody invited. */
  public void written(long meetingId, long by) {
    require(meetingId, MeetingState.HELD);
  }

  public void circulate(long meetingId) {
    enter(meetingId, MeetingState.MINUTES_CIRCULATED);
  }

  public void approve(long meetingId, long by) {
    require(meetingId, MeetingState.MINUTES_CIRCULATED);
    enter(meetingId, MeetingState.MINUTES_APPROVED);
  }

  /** They are written again. */
  public void giveBack(long meetingId, String typedReason, long by) {
    Findings.reason("returnReason", typedReason);
    require(meetingId, MeetingState.MINUTES_CIRCULATED);
    enter(meetingId, MeetingState.HELD);
  }

  public void publish(long meetingId) {
    enter(meetingId, MeetingState.PUBLISHED);
  }

  public void announce(long meetingId) {
    require(meetingId, MeetingState.PUBLISHED);
  }

  private void require(long meetingId, MeetingState state) {
    if (meetings.lock(meetingId).orElseThrow(MeetingAccess::unknown).state() != state) {
      throw Refusal.conflict("meeting.moved-on");
    }
  }

  private void enter(long meetingId, MeetingState state) {
    meetings.enter(meetingId, state, null, clock.instant());
  }
}
