package br.gov.sp.prefeitura.redeinfo.succession.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code succession.bpmn} and the code share. */
public final class SuccessionProcessModel {

  public static final String KEY = "succession";

  /** The person leaves at another moment. */
  public static final String MESSAGE_HOUR_CHANGED = "succession-hour-changed";

  /** The person stays. */
  public static final String MESSAGE_CANCELLATION = "succession-cancellation";

  public static final String TASK_NOTE = "userTask_WriteHandOverNote";
  public static final String TASK_PLAN = "userTask_PlanHandOver";

  public static final Set<String> TASKS = Set.of(TASK_NOTE, TASK_PLAN);

  /** Variables: a flag and what task lists show; nothing that a person typed, and no name. */
  public static final class Variables {

    public static final String SUBJECT = "subject";

    /** Whether the hour is now, so that nobody is asked anything. */
    public static final String AT_ONCE = "atOnce";

    private Variables() {}
  }

  private SuccessionProcessModel() {}

  /** The business key is the succession's id. */
  public static long successionId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
