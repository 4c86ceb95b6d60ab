package br.gov.sp.prefeitura.redeinfo.training.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code training-session.bpmn} and the code share. */
public final class TrainingSessionProcess {

  public static final String KEY = "training-session";

  /** The session's sheet is complete. */
  public static final String MESSAGE_HELD = "training-session-held";

  /** The session is at another time or place, or cancelled. */
  public static final String MESSAGE_CHANGED = "training-session-rescheduled";

  /** Where the session stands: {@code PLANNED}, {@code HELD} or {@code CANCELLED}. */
  public static final String VARIABLE_STATE = "sessionState";

  /** How often the keepers were asked for the sheet. */
  public static final String VARIABLE_TIMES_ASKED = "timesAsked";

  /** Whether they will be asked again. */
  public static final String VARIABLE_ASK_AGAIN = "askAgain";

  /** Whether some absences are still to be followed up. */
  public static final String VARIABLE_ABSENCES_LEFT = "absencesLeft";

  private TrainingSessionProcess() {}

  /** The business key is the session's id. */
  public static long sessionId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
