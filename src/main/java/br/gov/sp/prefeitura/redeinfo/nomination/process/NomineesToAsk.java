package br.gov.sp.prefeitura.redeinfo.nomination.process;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.AcceptanceService;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who gets an acceptance task: the collection of the model's multi-instance user task. */
@Component
public class NomineesToAsk {

  private final AcceptanceService acceptance;

  NomineesToAsk(AcceptanceService acceptance) {
    this.acceptance = acceptance;
  }

  /** User names, read when the step begins. */
  public List<String> of(DelegateExecution execution) {
    return acceptance.toAsk(NominationApprovalProcess.nominationId(execution));
  }
}
