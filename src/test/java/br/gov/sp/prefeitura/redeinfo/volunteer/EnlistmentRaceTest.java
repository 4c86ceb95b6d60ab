package br.gov.sp.prefeitura.redeinfo.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.Enlistments;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment.State;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentService;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@Tag(Endurance.TAG)
@DisplayName("Two who end an enlistment at once")
class EnlistmentRaceTest {

  @Autowired Enlistments enlistments;
  @Autowired EnlistmentService service;
  @Autowired TestBodies bodies;
  @Autowired TestPeople people;
  @Autowired TestMailbox mailbox;
  @Autowired TrainingLife life;
  @Autowired TaskInbox inbox;
  @Autowired Persons persons;

  static IntStream rounds() {
    return Endurance.rounds(3, 100);
  }

  @ParameterizedTest
  @MethodSource("rounds")
  @DisplayName("do not both succeed, and rows, process and register agree on who did")
  void oneWins(int round) throws Exception {
    Body body = bodies.make();
    Applicant applicant = enlistments.applicant(body);
    long id = enlistments.enlist(applicant);
    String secret = Enlistments.secret(mailbox.to(applicant.email()).get(0).text());
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    String task = enlistments.task(id).id();
    inbox.claim(task, coordinator.username());

    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService two = Executors.newFixedThreadPool(2);
    boolean withdrawn;
    boolean admitted;
    try {
      Future<Boolean> applicantsSide =
          two.submit(() -> succeeds(start, () -> service.withdraw(secret)));
      Future<Boolean> coordinationsSide =
          two.submit(
              () ->
                  succeeds(
                      start,
                      () ->
                          inbox.complete(
                              task, coordinator.username(), Map.of("decision", "admit"))));
      withdrawn = applicantsSide.get();
      admitted = coordinationsSide.get();
    } finally {
      two.shutdownNow();
    }
    enlistments.runJobs();

    assertThat(withdrawn).isNotEqualTo(admitted);
    assertThat(enlistments.get(id).state()).isEqualTo(admitted ? State.ADMITTED : State.WITHDRAWN);
    assertThat(persons.findByEmail(applicant.email()).isPresent()).isEqualTo(admitted);
    assertThat(life.instance(Enlistments.KEY, id)).isNull();
  }

  private static boolean succeeds(CyclicBarrier start, Runnable deed) throws Exception {
    start.await();
    try {
      deed.run();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
