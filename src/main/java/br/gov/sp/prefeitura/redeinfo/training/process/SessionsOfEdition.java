package br.gov.sp.prefeitura.redeinfo.training.process;

import br.gov.sp.prefeitura.redeinfo.training.domain.SessionService;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The sessions of an edition: the collection of its multi-instance call activity. */
@Component
public class SessionsOfEdition {

  private final SessionService sessions;

  SessionsOfEdition(SessionService sessions) {
    this.sessions = sessions;
  }

  /** Business keys, as text because the engine wants it so. */
  public List<String> of(DelegateExecution execution) {
    return sessions.toHold(TrainingEditionProcess.editionId(execution)).stream()
        .map(String::valueOf)
        .toList();
  }
}
