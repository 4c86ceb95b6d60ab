package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is to be done after a meeting (<i>encaminhamento</i>), from the approval of its minutes on.
 *
 * @param meetingTitle of the meeting that decided it
 * @param meetingAt when that meeting began
 * @param initiativeId the initiative it belongs to, or {@code null}
 * @param ownerId who answers for it; {@code null}: the office of the body
 * @param dueOn last day
 * @param lateSince since when it is late; {@code null} if it is not
 * @param result what came of it, or why it was dropped; {@code null} before
 */
public record FollowUp(
    long id,
    long meetingId,
    String meetingTitle,
    Instant meetingAt,
    Long initiativeId,
    String text,
    long bodyId,
    Long ownerId,
    LocalDate dueOn,
    State state,
    Instant openedAt,
    Instant lateSince,
    String result,
    Long endedBy,
    Instant endedAt) {

  public boolean isLate() {
    return lateSince != null;
  }

  /** Where it stands. */
  public enum State {
    /** Somebody is to do it. */
    OPEN,
    /** Who answers for it says that it cannot be done; the coordination decides. */
    BLOCKED,
    DONE,
    DROPPED;

    /** Whether something is still to be done about it. */
    public boolean isOpen() {
      return this == OPEN || this == BLOCKED;
    }
  }
}
