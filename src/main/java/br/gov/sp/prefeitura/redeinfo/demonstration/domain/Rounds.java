package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds.NewRound;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens rounds of the demonstration and runs what the rounds' own processes do by themselves. */
@Component
@ConditionalOnDemonstration
class Rounds {

  private static final String PROCESS = "nomination-round";

  private final StepLog steps;
  private final NominationRounds nominations;
  private final Persons persons;
  private final ReplayedProcess process;

  Rounds(StepLog steps, NominationRounds nominations, Persons persons, ReplayedProcess process) {
    this.steps = steps;
    this.nominations = nominations;
    this.persons = persons;
    this.process = process;
  }

  /** Opens the round in the coordinator's name and starts the bodies' instances. */
  long open(String story, Instant at, String coordinator, NewRound round) {
    long roundId =
        steps.result(
            story + "/round",
            at,
            () -> {
              Person person = persons.findByUsername(coordinator).orElseThrow();
              return nominations
                  .open(
                      round,
                      new SignedIn(
                          person.id(),
                          person.username(),
                          person.name(),
                          Set.of(Groups.COORDINATION)))
                  .roundId();
            });
    run(roundId, at);
    return roundId;
  }

  /** Lets the round notice which bodies have come to an end. */
  void run(long roundId, Instant at) {
    process.runAt(at, PROCESS, roundId);
  }

  /** Leaves the round to the job executors. */
  void handOver(long roundId) {
    process.leave(PROCESS, roundId);
  }
}
