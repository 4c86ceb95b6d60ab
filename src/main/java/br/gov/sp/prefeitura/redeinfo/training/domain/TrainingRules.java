package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.training.EditionAudience;
import br.gov.sp.prefeitura.redeinfo.training.domain.Participants.Outcome;
import java.util.List;

/**
 * The two decision tables of trainings. Their latest version holds for everybody: participants of
 * one edition are not judged by different rules because they enrolled on different days.
 */
public interface TrainingRules {

  /**
   * Asks {@code training-eligibility}.
   *
   * @return codes of what stands against the enrolment, in the table's order; empty if nothing does
   */
  List<String> against(Candidate candidate);

  /**
   * Asks {@code training-completion}.
   *
   * @return all that is missing, or {@link Outcome#COMPLETED} alone
   */
  List<Outcome> outcomes(CompletionFacts facts);

  /**
   * Who wants to enrol, and in what.
   *
   * @param enrolling whether enrolment is open
   * @param focalPointOfTrack of the edition's track; of any, if the edition is for both
   * @param bodyFull whether the places of the person's body are taken
   */
  record Candidate(
      boolean enrolling,
      EditionAudience audience,
      boolean focalPointOfTrack,
      boolean focalPoint,
      boolean volunteer,
      boolean bodyExists,
      boolean bodyFull) {}

  /**
   * What the completion of one enrolment goes by.
   *
   * @param attendancePercent present minutes of those of the sessions held, justified absences left
   *     out; 0 if there is none, rounded down
   */
  record CompletionFacts(
      int attendancePercent,
      int minimumAttendance,
      boolean mandatoryMissed,
      boolean activityMissing) {}
}
