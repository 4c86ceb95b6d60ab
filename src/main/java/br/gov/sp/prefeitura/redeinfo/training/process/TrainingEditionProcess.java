package br.gov.sp.prefeitura.redeinfo.training.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code training-edition.bpmn} and the code share. */
public final class TrainingEditionProcess {

  public static final String KEY = "training-edition";

  private TrainingEditionProcess() {}

  /** The business key is the edition's id. */
  public static long editionId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
