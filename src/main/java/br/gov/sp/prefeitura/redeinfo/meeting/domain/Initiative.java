package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A transversal initiative: a named outcome of several bodies that comes out of meetings.
 *
 * @param purpose what it is for
 * @param nextStep what is done next, or {@code null}
 * @param nextStepOn until when; {@code null} without a next step
 * @param version counts the changes: who edits an older one is told so
 */
public record Initiative(
    long id,
    String name,
    String purpose,
    State state,
    Instant stateSince,
    String nextStep,
    LocalDate nextStepOn,
    int version,
    long createdBy,
    Instant createdAt) {

  /** Where it stands. In words: {@code initiative.state.<name>}. */
  public enum State {
    PROPOSED,
    UNDER_WAY,
    DONE,
    STOPPED;

    /** Whether something is still to come of it. */
    public boolean isOpen() {
      return this == PROPOSED || this == UNDER_WAY;
    }
  }

  /**
   * A state it has been in.
   *
   * @param note what was said of the change, or {@code null}
   */
  public record Entered(State state, String note, long by, Instant at) {}
}
