package br.gov.sp.prefeitura.redeinfo.training.process;

import java.util.Map;
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

  public static final String DECISION_ELIGIBILITY = "training-eligibility";
  public static final String DECISION_COMPLETION = "training-completion";

  public static final String TASK_RELEASE = "userTask_ReleaseServant";
  public static final String TASK_DECIDE_RELEASE = "userTask_DecideRelease";
  public static final String TASK_HAND_IN = "userTask_HandInActivity";
  public static final String TASK_EXPLAIN = "userTask_ExplainAbsence";

  public static final String TIMER_RELEASE = "boundaryEvent_ReleaseOverdue";
  public static final String TIMER_ACTIVITY = "boundaryEvent_ActivityOver";

  public static final String SERVICE_ISSUE = "serviceTask_IssueCertificate";

  /** The user task on which a timer sits. */
  public static final Map<String, String> TIMERS =
      Map.of(TIMER_RELEASE, TASK_RELEASE, TIMER_ACTIVITY, TASK_HAND_IN);

  /** The user tasks, and the notice that tells of each. */
  public static final Map<String, String> TASK_NOTICES =
      Map.of(
          TASK_RELEASE, "training-task-release",
          TASK_DECIDE_RELEASE, "training-task-decide-release",
          TASK_HAND_IN, "training-task-activity",
          TASK_EXPLAIN, "training-task-absence");

  /** Variables: ids, flags and what task lists show; nothing that a person typed. */
  public static final class Variables {

    public static final String SUBJECT = "subject";
    public static final String PERSON_USERNAME = "personUsername";
    public static final String RELEASE_REQUIRED = "releaseRequired";
    public static final String HAS_ACTIVITY = "hasActivity";
    public static final String RELEASE_GROUP = "releaseGroup";
    public static final String RELEASED = "released";

    /** Name of the edition's policy for releases without an answer. */
    public static final String RELEASE_POLICY = "releasePolicy";

    /** {@code SEATED}, {@code WAITING} or {@code NONE}: what the first try for a seat gave. */
    public static final String SEAT = "seat";

    public static final String ABSENCE_SESSION_ID = "absenceSessionId";
    public static final String ABSENCES_IN_A_ROW = "absencesInARow";
    public static final String HEAD_TOLD_OF_ABSENCES = "headToldOfAbsences";
    public static final String COMPLETED = "completed";
    public static final String CERTIFICATE = "certificate";

    private Variables() {}
  }

  private TrainingEnrollmentProcess() {}

  /** The business key is the enrolment's id. */
  public static long enrollmentId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
