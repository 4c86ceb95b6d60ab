package br.gov.sp.prefeitura.redeinfo.confirmation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code focal-point-confirmation.bpmn} and the code share. */
public final class FocalPointConfirmationProcess {

  public static final String KEY = "focal-point-confirmation";

  /** A newer round asks the body again. */
  public static final String MESSAGE_REPLACED = "focal-point-confirmation-replaced";

  public static final String TASK_CONFIRM = "userTask_ConfirmFocalPoints";

  /** Variables: flags and what task lists show; nothing that a person typed. */
  public static final class Variables {

    public static final String BODY_SLUG = "bodySlug";
    public static final String BODY_ACRONYM = "bodyAcronym";
    public static final String SUBJECT = "subject";

    /** {@code unchanged} or {@code changed}. */
    public static final String ANSWER = "answer";

    private Variables() {}
  }

  private FocalPointConfirmationProcess() {}

  /** The business key is the confirmation's id. */
  public static long confirmationId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
