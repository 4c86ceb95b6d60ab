package br.gov.sp.prefeitura.redeinfo.training.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code training-edition.bpmn} and the code share. */
public final class TrainingEditionProcess {

  public static final String KEY = "training-edition";

  /** Enrolment begins or ends at another time. */
  public static final String MESSAGE_ENROLMENT_PERIOD = "training-enrolment-period";

  /** Sessions are at another time or place, or cancelled. */
  public static final String MESSAGE_SESSION_CHANGED = "training-session-changed";

  /** The edition is cancelled. */
  public static final String MESSAGE_CANCELLATION = "training-edition-cancellation";

  public static final String TASK_CERTIFY = "userTask_CertifyEdition";
  public static final String TASK_REVIEW = "userTask_ReviewEdition";
  public static final String CALL_SESSION = "callActivity_TrainingSession";

  /** The send tasks that remind, and the user task each is about. */
  public static final Map<String, String> REMINDERS =
      Map.of("sendTask_RemindCertify", TASK_CERTIFY, "sendTask_RemindReview", TASK_REVIEW);

  /** Variables: flags and what task lists show. */
  public static final class Variables {

    public static final String SUBJECT = "subject";

    /** Loop variable: business key of the called session. */
    public static final String SESSION_ID = "sessionId";

    /** Whether what moves many enrolments part by part has some left. */
    public static final String PARTICIPANTS_LEFT = "participantsLeft";

    /** Whether participants hand something in after the sessions. */
    public static final String ACTIVITY = "activity";

    /** Whether the edition ends with certificates. */
    public static final String CERTIFICATE = "certificate";

    /** Whether certificates are to be called for again, because the edition ends next year. */
    public static final String REMIND_AGAIN = "remindAgain";

    public static final String CERTIFIER_GROUP = "certifierGroup";

    /** {@code confirm} or {@code return}. */
    public static final String RESULTS = "results";

    private Variables() {}
  }

  private TrainingEditionProcess() {}

  /** The business key is the edition's id. */
  public static long editionId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
