package br.gov.sp.prefeitura.redeinfo.training.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code body-training.bpmn} and the code share. */
public final class BodyTrainingProcess {

  public static final String KEY = "body-training";

  /** The training takes place on another day. */
  public static final String MESSAGE_MOVED = "body-training-moved";

  /** The training is called off. */
  public static final String MESSAGE_CANCELLATION = "body-training-cancellation";

  public static final String TASK_REPORT = "userTask_ReportBodyTraining";
  public static final String TASK_APPROVE = "userTask_ApproveBodyTraining";

  public static final Set<String> TASKS = Set.of(TASK_REPORT, TASK_APPROVE);

  /** The send task that reminds of the report; the other one reminds of the approval. */
  static final String REMIND_REPORT = "sendTask_RemindReport";

  /** Variables: flags and what task lists show; nothing that a person typed. */
  public static final class Variables {

    public static final String BODY_SLUG = "bodySlug";
    public static final String BODY_ACRONYM = "bodyAcronym";
    public static final String SUBJECT = "subject";

    /** {@code yes} or {@code no}. */
    public static final String HELD = "held";

    /** {@code approve} or {@code return}. */
    public static final String DECISION = "decision";

    private Variables() {}
  }

  private BodyTrainingProcess() {}

  /** The business key is the training's id. */
  public static long trainingId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
