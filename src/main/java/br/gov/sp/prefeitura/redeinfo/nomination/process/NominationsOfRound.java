package br.gov.sp.prefeitura.redeinfo.nomination.process;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundService;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The nominations of a round: the collection of its multi-instance call activity. */
@Component
public class NominationsOfRound {

  private final RoundService rounds;

  NominationsOfRound(RoundService rounds) {
    this.rounds = rounds;
  }

  /** Business keys, as text because the engine wants it so. */
  public List<String> of(DelegateExecution execution) {
    return rounds.nominationIds(NominationRoundProcess.roundId(execution)).stream()
        .map(String::valueOf)
        .toList();
  }
}
