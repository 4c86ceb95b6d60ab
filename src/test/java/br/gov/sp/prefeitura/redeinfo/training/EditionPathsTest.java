package br.gov.sp.prefeitura.redeinfo.training;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEditionProcess.TASK_CERTIFY;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEditionProcess.TASK_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife.Draft;
import br.gov.sp.prefeitura.redeinfo.training.domain.CertificationService;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionCertification;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionDeadlines;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionProperties;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionService;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import br.gov.sp.prefeitura.redeinfo.training.domain.SessionService;
import br.gov.sp.prefeitura.redeinfo.training.domain.SessionService.NewTime;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Walks every flow node and sequence flow of the models of editions and sessions; the class fails
 * when one is left out.
 */
@EveryPathTest(but = "training-enrollment")
@DisplayName("An edition of a training")
class EditionPathsTest {

  private static final String EDITION = "training-edition";
  private static final String SESSION = "training-session";

  @Autowired TrainingLife trainings;
  @Autowired EditionService editions;
  @Autowired SessionService sessions;
  @Autowired CertificationService certification;
  @Autowired EditionDeadlines deadlines;
  @Autowired EditionProperties properties;
  @Autowired TestPeople people;
  @Autowired TaskInbox inbox;
  @Autowired Notices notices;
  @Autowired EngineClock engineClock;

  @AfterEach
  void restoreTheClock() {
    engineClock.restore();
  }

  @Test
  @DisplayName(
      "goes from publishing to the conclusion; who came completes it, who did not does not")
  void wholeLife() {
    Person trainer = people.person("svma");
    long id = trainings.enrolling(draft().sessions(2).keepers(trainer.email()));
    assertThat(subjectsTo(trainer)).anyMatch(s -> s.startsWith("Você está entre quem dá"));
    Person diligent = people.person("svma");
    Person absent = people.person("svma");
    trainings.enroll(id, diligent);
    trainings.enroll(id, absent);
    trainings.closeEnrolment(id);
    assertThat(state(id)).isEqualTo(EditionState.RUNNING);

    trainings.hold(id, 0, diligent);
    assertThat(session(id, 0).state()).isEqualTo(Session.State.HELD);
    assertThat(state(id)).isEqualTo(EditionState.RUNNING);
    trainings.hold(id, 1, diligent);

    assertThat(state(id)).isEqualTo(EditionState.CONCLUDED);
    assertThat(trainings.instance(EDITION, id)).isNull();
    assertThat(trainings.enrolmentState(id, diligent)).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(trainings.enrolmentState(id, absent)).isEqualTo(EnrollmentState.NOT_COMPLETED);
    assertThat(subjectsTo(trainings.coordinator()))
        .contains("Concluída: a formação «" + trainings.get(id).title() + "»");
  }

  @Test
  @DisplayName("whose dates change opens and closes for enrolment at the new ones")
  void otherDates() {
    long id = trainings.published(draft());
    LocalDateTime from = now().plusDays(3);
    LocalDateTime until = now().plusDays(5);
    editions.changeEnrolmentPeriod(id, from, until, coordinator());
    assertThat(due(EDITION, id, "intermediateCatchEvent_EnrolmentBegins")).isEqualTo(instant(from));

    trainings.fire(EDITION, id, "intermediateCatchEvent_EnrolmentBegins");
    assertThat(due(EDITION, id, "intermediateCatchEvent_EnrolmentEnds")).isEqualTo(instant(until));
    editions.changeEnrolmentPeriod(id, from, until.plusDays(1), coordinator());
    assertThat(due(EDITION, id, "intermediateCatchEvent_EnrolmentEnds"))
        .isEqualTo(instant(until.plusDays(1)));
    assertThat(trainings.get(id).enrolmentFrom()).isEqualTo(instant(from));
  }

  @Test
  @DisplayName("tells those without a seat when enrolment ends, however many they are")
  void dismissal() {
    long id = trainings.enrolling(draft().capacity(1));
    trainings.enroll(id, people.person("svma"));
    Person late = people.person("svma");
    trainings.enroll(id, late);
    for (int i = 0; i < properties.batchSize(); i++) {
      trainings.enroll(id, people.stranger("svma"));
    }
    trainings.closeEnrolment(id);

    assertThat(trainings.enrolmentState(id, late)).isEqualTo(EnrollmentState.NOT_SEATED);
    assertThat(trainings.enrolmentStates(id)).doesNotContain(EnrollmentState.WAITING);
  }

  @Test
  @DisplayName(
      "with more participants than one transaction takes follows up and finishes them part by part")
  void inParts() {
    long id = trainings.enrolling(draft().sessions(2).capacity(2 * properties.batchSize()));
    for (int i = 0; i <= properties.batchSize(); i++) {
      trainings.enroll(id, people.stranger("svma"));
    }
    trainings.closeEnrolment(id);
    trainings.hold(id, 0);
    assertThat(trainings.instance(SESSION, trainings.sessions(id).get(0))).isNull();
    trainings.hold(id, 1);

    assertThat(state(id)).isEqualTo(EditionState.CONCLUDED);
    assertThat(trainings.enrolmentStates(id)).containsOnly(EnrollmentState.NOT_COMPLETED);
  }

  @Test
  @DisplayName("asks for a session's sheet when it is over, and some times again")
  void sheetReminders() {
    Person trainer = people.person("svma");
    long id = trainings.enrolling(draft().keepers(trainer.email()));
    trainings.closeEnrolment(id);
    long session = trainings.sessions(id).get(0);
    assertThat(due(SESSION, session, "boundaryEvent_SessionOver"))
        .isEqualTo(session(id, 0).endsAt());

    String subject = "Falta completar a lista de presença de «Encontro 1»";
    trainings.fire(SESSION, session, "boundaryEvent_SessionOver");
    assertThat(subjectsTo(trainer)).contains(subject);
    for (int again = 0; again < deadlines.sheetReminders(); again++) {
      trainings.fire(SESSION, session, "intermediateCatchEvent_NextSheetReminder");
    }
    assertThat(trainings.timer(SESSION, session, "intermediateCatchEvent_NextSheetReminder"))
        .isNull();
    assertThat(subjectsTo(trainer))
        .filteredOn(subject::equals)
        .hasSize(1 + deadlines.sheetReminders());
    assertThat(subjectsTo(trainings.coordinator())).contains(subject);

    trainings.hold(id, 0);
    assertThat(trainings.instance(SESSION, session)).isNull();
  }

  @Test
  @DisplayName("tells everybody concerned of a session that is moved, and waits for its new end")
  void sessionMoved() {
    long id = trainings.enrolling(draft().sessions(2));
    Person enrolled = people.person("svma");
    trainings.enroll(id, enrolled);
    long second = trainings.sessions(id).get(1);
    LocalDateTime starts = now().plusDays(40);
    sessions.move(id, second, newTime(starts, "Chuva forte."), coordinator());
    trainings.runJobs();
    assertThat(subjectsTo(enrolled))
        .anyMatch(s -> s.startsWith("Mudou: «Encontro 2» de «" + trainings.get(id).title()));

    trainings.closeEnrolment(id);
    sessions.move(id, second, newTime(starts.plusDays(2), "Outra vez."), coordinator());
    trainings.runJobs();
    assertThat(due(SESSION, second, "boundaryEvent_SessionOver"))
        .isEqualTo(instant(starts.plusDays(2).plusHours(4)));
    assertThat(session(id, 1).sequence()).isEqualTo(2);
    assertThat(subjectsTo(enrolled)).filteredOn(s -> s.startsWith("Mudou: ")).hasSize(2);
  }

  @Test
  @DisplayName("goes on without a session that is cancelled, but not without its last one")
  void sessionCancelled() {
    long id = trainings.enrolling(draft().sessions(3));
    Person enrolled = people.person("svma");
    trainings.enroll(id, enrolled);
    sessions.cancel(id, trainings.sessions(id).get(2), "Sem sala.", coordinator());
    trainings.closeEnrolment(id);
    assertThat(trainings.instance(SESSION, trainings.sessions(id).get(2))).isNull();
    long second = trainings.sessions(id).get(1);
    sessions.cancel(id, second, "Ponto facultativo.", coordinator());
    trainings.runJobs();

    assertThat(trainings.instance(SESSION, second)).isNull();
    assertThat(subjectsTo(enrolled)).filteredOn(s -> s.startsWith("Cancelado: ")).hasSize(2);
    assertThatThrownBy(
            () -> sessions.cancel(id, trainings.sessions(id).get(0), "Também.", coordinator()))
        .isInstanceOf(Refusal.class)
        .hasMessage("training.last-session");
    trainings.hold(id, 0, enrolled);
    assertThat(trainings.enrolmentState(id, enrolled)).isEqualTo(EnrollmentState.COMPLETED);
  }

  @Test
  @DisplayName("knows of a sheet that was complete before its session's instance had begun")
  void heldBeforeItsInstance() {
    long id = trainings.enrolling(draft());
    trainings.fireOnly(EDITION, id, "intermediateCatchEvent_EnrolmentEnds");
    trainings.hold(id, 0);

    assertThat(state(id)).isEqualTo(EditionState.CONCLUDED);
  }

  @Test
  @DisplayName("waits for the activity's date when all its sessions are over")
  void activity() {
    long id = trainings.enrolling(draft().activity());
    trainings.closeEnrolment(id);
    trainings.hold(id, 0);
    assertThat(state(id)).isEqualTo(EditionState.RUNNING);

    trainings.fire(EDITION, id, "intermediateCatchEvent_ActivityOver");
    assertThat(state(id)).isEqualTo(EditionState.CONCLUDED);
  }

  @Test
  @DisplayName("validated by the school is confirmed there; what it returns is reviewed first")
  void certification() {
    Person school = people.withFunction(Function.EMASP, "seri");
    long id = awaitingCertification(draft().certificate(true));
    assertThat(state(id)).isEqualTo(EditionState.AWAITING_CERTIFICATION);
    OpenTask certify = task(id, TASK_CERTIFY);
    assertThat(certify.candidateGroups()).containsExactly("emasp");
    assertThat(subjectsTo(school)).anyMatch(s -> s.startsWith("Conferir os resultados: "));
    trainings.fire(EDITION, id, "boundaryEvent_CertifyReminder");
    assertThat(subjectsTo(school)).anyMatch(s -> s.startsWith("Lembrete: Conferir"));

    complete(
        certify, school, Map.of("results", "return", "returnReason", "Falta a lista de maio."));
    OpenTask review = task(id, TASK_REVIEW);
    trainings.fire(EDITION, id, "boundaryEvent_ReviewReminder");
    assertThat(subjectsTo(trainings.coordinator())).anyMatch(s -> s.startsWith("Lembrete: Rever"));
    complete(review, trainings.coordinator(), Map.of("reviewAnswer", "Lista corrigida."));
    complete(task(id, TASK_CERTIFY), school, Map.of("results", "confirm"));

    assertThat(state(id)).isEqualTo(EditionState.CONCLUDED);
    assertThat(certification.history(id))
        .extracting(EditionCertification::outcome)
        .containsExactly(
            EditionCertification.Outcome.RETURNED,
            EditionCertification.Outcome.REVIEWED,
            EditionCertification.Outcome.CONFIRMED);
    assertThat(certification.history(id).get(0).decidedBy()).isEqualTo(school.id());
  }

  @Test
  @DisplayName("calls for certificates in the November of its last session's year")
  void certificatesBeforeTheYearIsOver() {
    long id = trainings.enrolling(draft().sessions(2).certificate(false));
    Instant first = due(EDITION, id, "startEvent_CertificatesCalled");
    sessions.move(
        id,
        trainings.sessions(id).get(1),
        newTime(now().plusYears(1).plusDays(30), "Reforma."),
        coordinator());
    trainings.fire(EDITION, id, "startEvent_CertificatesCalled");
    String due =
        "Os certificados de «" + trainings.get(id).title() + "» precisam existir antes de 31 de";
    assertThat(subjectsTo(trainings.coordinator())).noneMatch(s -> s.startsWith(due));

    Instant next = due(EDITION, id, "intermediateCatchEvent_NextNovember");
    assertThat(next).isAfter(first);
    trainings.fire(EDITION, id, "intermediateCatchEvent_NextNovember");
    assertThat(subjectsTo(trainings.coordinator())).filteredOn(s -> s.startsWith(due)).hasSize(1);
    trainings.closeEnrolment(id);
    trainings.hold(id, 0);
    trainings.hold(id, 1);
    complete(task(id, TASK_CERTIFY), trainings.coordinator(), Map.of("results", "confirm"));
    assertThat(trainings.instance(EDITION, id)).isNull();
  }

  @Test
  @DisplayName("that is cancelled ends with its sessions and every enrolment, and all are told")
  void cancelled() {
    Person trainer = people.person("svma");
    long id =
        trainings.enrolling(
            draft().sessions(2).capacity(2 * properties.batchSize()).keepers(trainer.email()));
    Person enrolled = people.person("svma");
    trainings.enroll(id, enrolled);
    for (int i = 0; i <= properties.batchSize(); i++) {
      trainings.enroll(id, people.stranger("svma"));
    }
    trainings.closeEnrolment(id);
    editions.cancel(id, "Verba cortada.", coordinator());
    trainings.runJobs();

    assertThat(state(id)).isEqualTo(EditionState.CANCELLED);
    assertThat(trainings.get(id).cancelReason()).isEqualTo("Verba cortada.");
    assertThat(trainings.instance(EDITION, id)).isNull();
    assertThat(trainings.instance(SESSION, trainings.sessions(id).get(0))).isNull();
    assertThat(session(id, 1).state()).isEqualTo(Session.State.CANCELLED);
    assertThat(trainings.enrolmentStates(id)).containsOnly(EnrollmentState.CANCELLED);
    assertThat(subjectsTo(trainer)).anyMatch(s -> s.startsWith("Cancelada: a formação"));
    assertThat(subjectsTo(enrolled)).anyMatch(s -> s.startsWith("Cancelada: "));
    assertThatThrownBy(() -> editions.cancel(id, "De novo.", coordinator()))
        .isInstanceOf(Refusal.class)
        .hasMessage("training.moved-on");
  }

  private long awaitingCertification(Draft draft) {
    long id = trainings.enrolling(draft);
    trainings.closeEnrolment(id);
    trainings.hold(id, 0);
    return id;
  }

  private Draft draft() {
    return trainings.draft();
  }

  private EditionState state(long id) {
    return trainings.get(id).state();
  }

  private Session session(long id, int position) {
    return sessions.get(trainings.sessions(id).get(position));
  }

  private SignedIn coordinator() {
    return trainings.signedIn(trainings.coordinator());
  }

  private NewTime newTime(LocalDateTime starts, String reason) {
    return new NewTime(starts, starts.plusHours(4), "Outra sala", null, reason);
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(trainings.now(), SaoPaulo.ZONE).withNano(0).withSecond(0);
  }

  private static Instant instant(LocalDateTime moment) {
    return moment.atZone(SaoPaulo.ZONE).toInstant();
  }

  private Instant due(String process, long key, String element) {
    return trainings.timer(process, key, element).getDuedate().toInstant();
  }

  private OpenTask task(long id, String key) {
    List<OpenTask> open =
        inbox.openTasks(EDITION, List.of(String.valueOf(id))).stream()
            .filter(task -> task.key().equals(key))
            .toList();
    assertThat(open).as(key).hasSize(1);
    return open.get(0);
  }

  private void complete(OpenTask task, Person by, Map<String, Object> values) {
    inbox.claim(task.id(), by.username());
    inbox.complete(task.id(), by.username(), values);
    trainings.runJobs();
  }

  private List<String> subjectsTo(Person person) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("pt-BR"));
    try {
      return notices.recent(person.id(), 50).stream().map(Notices.RecentNotice::subject).toList();
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }
}
