package br.gov.sp.prefeitura.redeinfo.training.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code training-enrollment.bpmn} and the code share. */
public final class TrainingEnrollmentProcess {

  public static final String KEY = "training-enrollment";

  /** A seat became free, and it is this enrolment's turn. */
  public static final String MESSAGE_SEAT = "training-seat";

  /** The person withdraws. */
  public static final String MESSAGE_WITHDRAWAL = "training-withdrawal";

  /** The person was absent from a session. */
  public static final String MESSAGE_ABSENCE = "training-absence";

  /** Enrolment is over, and there is no seat. */
  public static final String MESSAGE_NOT_SEATED = "training-not-seated";

  /** All sessions are over, and attendance is confirmed: the enrolment is to be judged. */
  public static final String MESSAGE_FINISH = "training-finish";

  /** The edition is cancelled. */
  public static final String MESSAGE_CANCELLATION = "training-cancellation";

  private TrainingEnrollmentProcess() {}

  /** The business key is the enrolment's id. */
  public static long enrollmentId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
