package br.gov.sp.prefeitura.redeinfo.nomination.process;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.HumanStep;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code nomination-approval.bpmn} and the code share. */
public final class NominationApprovalProcess {

  public static final String KEY = "nomination-approval";

  public static final String MESSAGE_CORRECTION = "nomination-correction";
  public static final String MESSAGE_WITHDRAWAL = "nomination-withdrawal";

  public static final String DECISION_ELIGIBILITY = "nomination-eligibility";
  public static final String DECISION_BOND_PERMANENCE = "bond-permanence";

  public static final String TASK_INDICATE = "userTask_IndicateServants";
  public static final String TASK_ACCEPT = "userTask_AcceptNomination";
  public static final String TASK_APPROVE = "userTask_ApproveNomination";
  public static final String TASK_VALIDATE = "userTask_ValidateNomination";
  public static final String TASK_PUBLISH = "userTask_RecordPublication";

  public static final String SUB_PROCESS_DECISION = "subProcess_Decision";
  public static final String SERVICE_GRANT = "serviceTask_GrantMandates";
  public static final String SERVICE_PREPARE = "serviceTask_PrepareNomination";

  /** The user tasks and the steps they are for people. */
  public static final Map<String, HumanStep> STEPS =
      Map.of(
          TASK_INDICATE, HumanStep.INDICATE,
          TASK_ACCEPT, HumanStep.ACCEPT,
          TASK_APPROVE, HumanStep.APPROVE,
          TASK_VALIDATE, HumanStep.VALIDATE,
          TASK_PUBLISH, HumanStep.PUBLISH);

  /** The send tasks that remind, and the user task each is about. */
  public static final Map<String, String> REMINDERS =
      Map.of(
          "sendTask_RemindIndicate", TASK_INDICATE,
          "sendTask_RemindAccept", TASK_ACCEPT,
          "sendTask_RemindApprove", TASK_APPROVE,
          "sendTask_RemindValidate", TASK_VALIDATE,
          "sendTask_RemindPublish", TASK_PUBLISH);

  /** Variables: ids, flags and what task lists show; nothing that a person typed. */
  public static final class Variables {

    public static final String BODY_SLUG = "bodySlug";
    public static final String BODY_ACRONYM = "bodyAcronym";
    public static final String SUBJECT = "subject";
    public static final String LAPSE_AT = "lapseAt";

    /** Whether the office is asked again after a return. */
    public static final String RETURNED = "returned";

    public static final String ELIGIBLE = "eligible";
    public static final String NOMINEE = "nominee";
    public static final String ALL_ACCEPTED = "allAccepted";
    public static final String APPROVER_GROUP = "approverGroup";

    /** {@code approve}, {@code return} or {@code refuse}. */
    public static final String DECISION = "decision";

    /** {@code valid} or {@code return}. */
    public static final String VALIDATION = "validation";

    private Variables() {}
  }

  private NominationApprovalProcess() {}

  /** The business key is the nomination's id. */
  public static long nominationId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
