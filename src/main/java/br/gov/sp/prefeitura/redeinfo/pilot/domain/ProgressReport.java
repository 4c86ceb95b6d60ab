package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;

/**
 * A progress report, being written or sent.
 *
 * @param number counted from 1 for each pilot
 * @param dueAt until when the body is asked for it; {@code null} while nobody is
 * @param riskText what could go wrong, or {@code null}
 * @param helpText what help is wanted, or {@code null}
 * @param finished the body says that the execution is over
 * @param percent mean of its milestones, once sent
 * @param review what the coordination said, or {@code null}
 * @param version how often it was saved
 */
public record ProgressReport(
    long id,
    long pilotId,
    int number,
    State state,
    Instant openedAt,
    Instant dueAt,
    String summary,
    Pilot.Risk risk,
    String riskText,
    boolean helpWanted,
    String helpText,
    boolean finished,
    Integer percent,
    Long submittedBy,
    Instant submittedAt,
    String review,
    Long reviewedBy,
    Instant reviewedAt,
    int version,
    Long savedBy,
    Instant savedAt) {

  /** Whether the body is asked to write it now. */
  public boolean isAskedFor() {
    return state.isWriting() && dueAt != null;
  }

  /** Whether it was written before a suspension, and nobody is asked for it now. */
  public boolean isLaidAside() {
    return state == State.DRAFT && dueAt == null;
  }

  /** The same without what the coordination said of it. */
  ProgressReport withoutReview() {
    return new ProgressReport(
        id,
        pilotId,
        number,
        state,
        openedAt,
        dueAt,
        summary,
        risk,
        riskText,
        helpWanted,
        helpText,
        finished,
        percent,
        submittedBy,
        submittedAt,
        null,
        reviewedBy,
        reviewedAt,
        version,
        savedBy,
        savedAt);
  }

  /** Where a report stands. */
  public enum State {
    DRAFT,
    SUBMITTED,
    /** The coordination asked back; the body completes it. */
    RETURNED,
    ACCEPTED;

    public boolean isWriting() {
      return this == DRAFT || this == RETURNED;
    }
  }
}
