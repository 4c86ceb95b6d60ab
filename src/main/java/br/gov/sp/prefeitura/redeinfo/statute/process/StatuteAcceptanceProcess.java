package br.gov.sp.prefeitura.redeinfo.statute.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code statute-acceptance.bpmn} and the code share. */
public final class StatuteAcceptanceProcess {

  public static final String KEY = "statute-acceptance";

  /** Nothing is asked of the person any more. */
  public static final String MESSAGE_ENDED = "statute-acceptance-ended";

  public static final String TASK_ACCEPT = "userTask_AcceptStatute";

  /** The send task that reminds; the other one tells of the delay. */
  static final String REMIND_MEMBER = "sendTask_RemindMember";

  /** Variables: flags and what task lists show; nothing that a person typed. */
  public static final class Variables {

    /** User name of who is asked. */
    public static final String MEMBER = "member";

    public static final String SUBJECT = "subject";

    /** Whether the person accepted, or asked something first. */
    public static final String ACCEPTED = "accepted";

    private Variables() {}
  }

  private StatuteAcceptanceProcess() {}

  /** The business key is the request's id. */
  public static long requestId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
