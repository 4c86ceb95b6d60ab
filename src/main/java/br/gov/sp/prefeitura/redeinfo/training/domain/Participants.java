package br.gov.sp.prefeitura.redeinfo.training.domain;

import java.util.List;
import java.util.Map;

/**
 * The enrolments of an edition, as its own process needs them. What moves many enrolments does so a
 * part at a time: the process calls again until nothing is left, each time in a transaction of its
 * own, so that a crash loses nothing and repeats nothing.
 */
public interface Participants {

  /** Ids of the persons whose enrolment is open: to be released, waiting or confirmed. */
  List<Long> concerned(long editionId);

  /** Ids of the persons who hold a seat. */
  List<Long> seated(long editionId);

  /** How many enrolments there are, by what the completion table says of them now. */
  Map<Outcome, Long> outcomes(long editionId);

  /**
   * Tells the next enrolments without a seat that enrolment is over.
   *
   * @return whether some are left
   */
  boolean dismissWaiting(long editionId, int limit);

  /**
   * Lets the next enrolments with a seat be judged, and the certificates of those who completed be
   * issued.
   *
   * @return whether some are left
   */
  boolean finish(long editionId, int limit);

  /**
   * Ends the next open enrolments, because the edition is cancelled.
   *
   * @return whether some are left
   */
  boolean cancel(long editionId, int limit);

  /**
   * Follows up the next absences in a session whose sheet is complete.
   *
   * @return whether some are left
   */
  boolean followUpAbsences(long sessionId, int limit);

  /** What the completion table says. */
  enum Outcome {
    COMPLETED,
    /** Too little attendance. */
    ATTENDANCE,
    /** A mandatory session was missed. */
    MANDATORY_SESSION,
    /** The activity was not handed in. */
    ACTIVITY
  }
}
