package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.succession.Successions;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;

/** States departures of the demonstration and lets their processes run. */
@Component
@ConditionalOnDemonstration
class DeparturePlayer {

  private final StepLog steps;
  private final Successions successions;
  private final Persons persons;
  private final EngineDirectory directory;
  private final ReplayedProcess process;

  DeparturePlayer(
      StepLog steps,
      Successions successions,
      Persons persons,
      EngineDirectory directory,
      ReplayedProcess process) {
    this.steps = steps;
    this.successions = successions;
    this.persons = persons;
    this.directory = directory;
    this.process = process;
  }

  /**
   * Somebody's departure, from its statement on; safe to repeat.
   *
   * @param until up to when its process runs by itself here; the rest is left to the job executors
   */
  void play(String story, Instant stated, Statement statement, Instant until) {
    long id = steps.result(story, stated, () -> begin(statement));
    process.runAt(stated, Successions.PROCESS, id);
    if (statement.note() != null) {
      steps.once(
          story + "/note",
          stated.plusSeconds(7200),
          () -> successions.write(id, statement.note(), person(statement.username()).id()));
    }
    process.runUntil(until, Successions.PROCESS, id);
    process.leave(Successions.PROCESS, id);
  }

  private long begin(Statement statement) {
    Person by = person(statement.by());
    SignedIn signedIn =
        new SignedIn(by.id(), by.username(), by.name(), directory.groupsOf(by.username()));
    return successions.begin(
        person(statement.username()).id(),
        statement.reason(),
        statement.leavesAt(),
        statement.act(),
        signedIn);
  }

  private Person person(String username) {
    return persons.findByUsername(username).orElseThrow();
  }

  /**
   * @param by user name of who states it
   * @param act {@code null} for none
   * @param note {@code null} for none
   */
  record Statement(
      String username,
      String by,
      EndReason reason,
      LocalDateTime leavesAt,
      String act,
      String note) {}
}
