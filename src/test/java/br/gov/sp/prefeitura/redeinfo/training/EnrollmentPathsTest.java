package br.gov.sp.prefeitura.redeinfo.training;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.KEY;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_DECIDE_RELEASE;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_EXPLAIN;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_HAND_IN;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_RELEASE;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TIMER_ACTIVITY;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TIMER_RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.certificate.Certificates;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.EnrollmentLife;
import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionService;
import br.gov.sp.prefeitura.redeinfo.training.domain.Participants;
import br.gov.sp.prefeitura.redeinfo.training.domain.Participants.Outcome;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Walks every flow node and sequence flow of the model; the class fails when one is left out. The
 * report is in {@code target/process-test-coverage}.
 */
@EveryPathTest(but = {"training-edition", "training-session"})
@DisplayName("An enrolment")
class EnrollmentPathsTest {

  private static final Map<String, Object> RELEASES = Map.of("release", "release");
  private static final Map<String, Object> REFUSES =
      Map.of("release", "refuse", "refuseReason", "Mês de fechamento.");

  @Autowired TrainingLife trainings;
  @Autowired EnrollmentLife life;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired EditionService editions;
  @Autowired Participants participants;
  @Autowired Certificates certificates;
  @Autowired EngineClock engineClock;

  private Body body;
  private Person ana;
  private Person bia;

  @BeforeEach
  void makePeople() {
    body = bodies.make();
    ana = people.stranger(body.slug());
    bia = people.stranger(body.slug());
  }

  @AfterEach
  void restoreTheClock() {
    engineClock.restore();
  }

  @Test
  @DisplayName("goes from the seat over the sessions to one certificate")
  void completed() {
    long edition = trainings.enrolling(trainings.draft().sessions(2).certificate(false));
    long id = life.enroll(edition, ana);
    assertThat(life.state(id)).isEqualTo("CONFIRMED");
    assertThat(life.subjectsTo(ana)).containsExactly(confirmed(edition));
    assertThat(participants.seated(edition)).containsExactly(ana.id());

    trainings.closeEnrolment(edition);
    life.hold(edition, 0, ana);
    life.hold(edition, 1, ana);
    assertThat(participants.outcomes(edition)).containsExactly(Map.entry(Outcome.COMPLETED, 1L));
    life.confirmResults(edition, trainings.coordinator());

    assertThat(life.state(id)).isEqualTo("COMPLETED");
    assertThat(trainings.instance(KEY, id)).isNull();
    assertThat(certificates.ofEnrollments(List.of(id)).get(id).personId()).isEqualTo(ana.id());
    assertThat(life.subjectsTo(ana).get(0)).endsWith("o certificado está pronto");
  }

  @Test
  @DisplayName("waits in line, moves up when a seat is given up, and may still lack attendance")
  void promoted() {
    long edition = trainings.enrolling(trainings.draft().sessions(1).capacity(1));
    long first = life.enroll(edition, ana);
    long second = life.enroll(edition, bia);
    assertThat(life.state(second)).isEqualTo("WAITING");
    assertThat(life.subjectsTo(bia).get(0)).startsWith("Você está na lista de espera");

    life.withdraw(first, ana);
    assertThat(life.state(first)).isEqualTo("WITHDRAWN");
    assertThat(life.state(second)).isEqualTo("CONFIRMED");
    assertThat(life.subjectsTo(ana).get(0)).startsWith("Você desistiu");
    assertThat(life.subjectsTo(bia).get(0)).startsWith("Abriu uma vaga");
    assertThat(participants.concerned(edition)).containsExactly(bia.id());

    trainings.closeEnrolment(edition);
    life.hold(edition, 0);
    assertThat(life.state(second)).isEqualTo("NOT_COMPLETED");
    assertThat(life.subjectsTo(bia).get(0)).contains("falta algo para a conclusão");
    assertThat(trainings.instance(KEY, second)).isNull();
  }

  @Test
  @DisplayName("without a seat ends with enrolment, and whoever comes again finds it closed")
  void dismissed() {
    long edition = trainings.enrolling(trainings.draft().capacity(1));
    life.enroll(edition, ana);
    long waiting = life.enroll(edition, bia);
    trainings.closeEnrolment(edition);

    assertThat(life.state(waiting)).isEqualTo("NOT_SEATED");
    assertThat(life.subjectsTo(bia).get(0)).startsWith("Não houve vaga");
    assertThatThrownBy(() -> life.enroll(edition, bia))
        .isInstanceOf(Refusal.class)
        .hasMessage("training.not-enrolling");
  }

  @Test
  @DisplayName("that the head releases takes its seat then, and ends with the activity handed in")
  void released() {
    Person head = appointed(Function.HEAD);
    long edition = trainings.enrolling(trainings.draft().release(ReleasePolicy.REFUSE).activity());
    long id = life.enroll(edition, ana);
    assertThat(life.state(id)).isEqualTo("IN_RELEASE");
    assertThat(life.subjectsTo(head).get(0)).contains(ana.name(), "quer fazer");

    life.answer(id, TASK_RELEASE, head, RELEASES);
    assertThat(life.state(id)).isEqualTo("CONFIRMED");
    life.answer(id, TASK_HAND_IN, ana, Map.of("answer", "Meu plano."));
    trainings.closeEnrolment(edition);
    life.hold(edition, 0, ana);
    trainings.fire("training-edition", edition, "intermediateCatchEvent_ActivityOver");

    assertThat(life.state(id)).isEqualTo("COMPLETED");
    assertThat(certificates.ofEnrollments(List.of(id))).isEmpty();
    assertThat(life.subjectsTo(ana).get(0)).startsWith("Você concluiu");
  }

  @Test
  @DisplayName("that the head does not release ends with the reason, and may come again")
  void refused() {
    Person head = appointed(Function.HEAD);
    long edition = trainings.enrolling(trainings.draft().release(ReleasePolicy.ACCEPT));
    long id = life.enroll(edition, ana);
    life.answer(id, TASK_RELEASE, head, REFUSES);

    assertThat(life.state(id)).isEqualTo("REFUSED");
    assertThat(life.subjectsTo(ana).get(0)).contains("não foi liberada");
    assertThat(life.enroll(edition, ana)).isNotEqualTo(id);
  }

  @Test
  @DisplayName("of a head goes to the interim head, else to the coordination, and never to oneself")
  void headsEnrol() {
    Person head = appointed(Function.HEAD);
    TrainingLife.Draft draft = trainings.draft().release(ReleasePolicy.ESCALATE);
    long edition = trainings.enrolling(draft);
    assertThat(decidersOf(life.enroll(edition, head))).containsExactly("coordination");

    Person interim = appointed(Function.INTERIM_HEAD);
    long next = trainings.enrolling(trainings.draft().release(ReleasePolicy.ESCALATE));
    assertThat(decidersOf(life.enroll(next, head))).containsExactly(body.slug() + ".interim-head");
    long own = life.enroll(next, interim);
    assertThat(decidersOf(own)).containsExactly(body.slug() + ".head");
    assertThatThrownBy(() -> life.answer(own, TASK_RELEASE, interim, RELEASES))
        .hasStackTraceContaining("training.own-release");
    assertThat(life.state(own)).isEqualTo("IN_RELEASE");
  }

  private List<String> decidersOf(long enrollment) {
    return life.tasks(KEY, enrollment, TASK_RELEASE).get(0).candidateGroups();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "ACCEPT, , CONFIRMED",
    "REFUSE, , REFUSED",
    "ESCALATE, release, CONFIRMED",
    "ESCALATE, refuse, REFUSED"
  })
  @DisplayName("that the head leaves without an answer goes on as the edition says")
  void unanswered(ReleasePolicy policy, String decision, String state) {
    Person head = appointed(Function.HEAD);
    long edition = trainings.enrolling(trainings.draft().release(policy));
    long id = life.enroll(edition, ana);
    trainings.fire(KEY, id, TIMER_RELEASE);

    assertThat(life.tasks(KEY, id, TASK_RELEASE)).isEmpty();
    if (decision != null) {
      assertThat(life.subjectsTo(trainings.coordinator()))
          .contains("Sem resposta da chefia: " + ana.name() + " em «" + title(edition) + "»");
      life.answer(
          id,
          TASK_DECIDE_RELEASE,
          trainings.coordinator(),
          decision.equals("release") ? RELEASES : REFUSES);
    }
    assertThat(life.state(id)).isEqualTo(state);
    assertThat(life.subjectsTo(head)).hasSize(1);
  }

  @Test
  @DisplayName("released after enrolment ended gets a seat while there is one, and no other")
  void releasedLate() {
    Person head = appointed(Function.HEAD);
    long edition = trainings.enrolling(trainings.draft().capacity(1).release(ReleasePolicy.ACCEPT));
    long first = life.enroll(edition, ana);
    long second = life.enroll(edition, bia);
    trainings.closeEnrolment(edition);
    life.answer(second, TASK_RELEASE, head, RELEASES);
    life.answer(first, TASK_RELEASE, head, RELEASES);

    assertThat(life.state(second)).isEqualTo("CONFIRMED");
    assertThat(life.state(first)).isEqualTo("NOT_SEATED");
    assertThat(life.subjectsTo(ana).get(0)).startsWith("Não houve vaga");
  }

  @ParameterizedTest(name = "head told: {0}")
  @CsvSource({"true", "false"})
  @DisplayName("with absences is followed up: a friendly word, then a question, then a word again")
  void absences(boolean headTold) {
    Person head = appointed(Function.HEAD);
    long edition = trainings.enrolling(trainings.draft().sessions(4).headTold(headTold));
    long id = life.enroll(edition, ana);
    life.enroll(edition, bia);
    trainings.closeEnrolment(edition);

    life.hold(edition, 0, bia);
    assertThat(life.subjectsTo(ana).get(0)).isEqualTo("Sentimos sua falta em «Encontro 1»");
    life.hold(edition, 1, bia);
    assertThat(life.tasks(KEY, id, TASK_EXPLAIN)).hasSize(1);
    assertThat(life.subjectsTo(head)).hasSize(headTold ? 1 : 0);
    life.hold(edition, 2, bia);
    assertThat(life.tasks(KEY, id, TASK_EXPLAIN)).hasSize(1);
    life.answer(id, TASK_EXPLAIN, ana, Map.of("absenceReason", "WORKLOAD"));
    life.hold(edition, 3, ana, bia);

    assertThat(life.state(id)).isEqualTo("NOT_COMPLETED");
    assertThat(life.subjectsTo(bia)).noneMatch(subject -> subject.contains("falta"));
  }

  @Test
  @DisplayName("without the activity on time is not completed")
  void activityMissing() {
    long edition = trainings.enrolling(trainings.draft().activity());
    long id = life.enroll(edition, ana);
    trainings.closeEnrolment(edition);
    life.hold(edition, 0, ana);
    trainings.fire(KEY, id, TIMER_ACTIVITY);
    assertThat(participants.outcomes(edition)).containsExactly(Map.entry(Outcome.ACTIVITY, 1L));
    trainings.fire("training-edition", edition, "intermediateCatchEvent_ActivityOver");

    assertThat(life.state(id)).isEqualTo("NOT_COMPLETED");
  }

  @Test
  @DisplayName("ends with its edition when that is cancelled, whatever it waits for")
  void cancelled() {
    appointed(Function.HEAD);
    long edition = trainings.enrolling(trainings.draft().capacity(1).release(ReleasePolicy.ACCEPT));
    long id = life.enroll(edition, ana);
    editions.cancel(edition, "Sem sala.", trainings.signedIn(trainings.coordinator()));
    trainings.runJobs();

    assertThat(life.state(id)).isEqualTo("CANCELLED");
    assertThat(trainings.instance(KEY, id)).isNull();
    assertThat(life.subjectsTo(ana).get(0)).startsWith("Cancelada");
  }

  private Person appointed(Function function) {
    return people.withFunction(function, body.slug());
  }

  private String confirmed(long edition) {
    return "Sua vaga em «" + title(edition) + "» está confirmada";
  }

  private String title(long edition) {
    return trainings.get(edition).title();
  }
}
