package br.gov.sp.prefeitura.redeinfo.volunteer.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code volunteer-enlistment.bpmn} and the code share. */
public final class VolunteerEnlistmentProcess {

  public static final String KEY = "volunteer-enlistment";

  /** The applicant asks no more. */
  public static final String MESSAGE_WITHDRAWAL = "volunteer-enlistment-withdrawal";

  public static final String TASK_DECIDE = "userTask_DecideEnlistment";

  public static final Set<String> TASKS = Set.of(TASK_DECIDE);

  /** Variables: flags and what task lists show; nothing that a person typed. */
  public static final class Variables {

    public static final String BODY_SLUG = "bodySlug";
    public static final String SUBJECT = "subject";

    /** {@code admit} or {@code decline}. */
    public static final String DECISION = "decision";

    /** Whether who was admitted is a volunteer by it; a member already else. */
    public static final String REGISTERED = "registered";

    private Variables() {}
  }

  private VolunteerEnlistmentProcess() {}

  /** The business key is the enlistment's id. */
  public static long enlistmentId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
