package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;
import java.util.Map;

/**
 * The coordination's opinion on a submission.
 *
 * @param points every point of the list, in its order
 * @param internalNote for coordination and committee alone, or {@code null}
 */
public record Review(
    int submission,
    Outcome outcome,
    Map<ReviewPoint, Finding> points,
    String opinion,
    String internalNote,
    long reviewedBy,
    Instant reviewedAt) {

  public enum Outcome {
    /** To the committee. */
    FORWARD,
    /** Back to the body. */
    ADJUST,
    /** Not recommended: it ends. */
    REJECT
  }

  public enum Verdict {
    MET,
    PARTLY,
    NOT_MET
  }

  /**
   * @param comment what is missing; {@code null} of a point that is met
   */
  public record Finding(Verdict verdict, String comment) {}

  /** The same without what the body does not read. */
  public Review withoutInternalNote() {
    return new Review(submission, outcome, points, opinion, null, reviewedBy, reviewedAt);
  }
}
