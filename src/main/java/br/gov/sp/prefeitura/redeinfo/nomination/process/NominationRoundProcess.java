package br.gov.sp.prefeitura.redeinfo.nomination.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code nomination-round.bpmn} and the code share. */
public final class NominationRoundProcess {

  public static final String KEY = "nomination-round";

  public static final String CALL_NOMINATION = "callActivity_NominationApproval";

  /** Loop variable: business key of the called nomination. */
  public static final String VARIABLE_NOMINATION_ID = "nominationId";

  private NominationRoundProcess() {}

  /** The business key is the round's id. */
  public static long roundId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
