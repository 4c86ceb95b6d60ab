package br.gov.sp.prefeitura.redeinfo.nomination;

import static br.gov.sp.prefeitura.redeinfo.nomination.NominationWorld.together;
import static br.gov.sp.prefeitura.redeinfo.nomination.NominationWorld.typed;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_ACCEPT;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_APPROVE;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_INDICATE;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_VALIDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.SeatHolding;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.CloseReason;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Outcome;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Finding;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominatedSeat.Answer;
import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Walks every path of both models. */
@EveryPathTest
@DisplayName("A nomination")
class NominationPathsTest extends OneNomination {

  @Autowired AutowireCapableBeanFactory beans;

  @BeforeEach
  void setUp() {
    begin(beans.createBean(NominationWorld.class));
  }

  @AfterEach
  void restoreTheClock() {
    world.engineClock.restore();
  }

  @Test
  @DisplayName("goes from the opened round to mandates in the directory, and the round closes")
  void happyPath() {
    assertThat(world.state(id)).isEqualTo(NominationState.DRAFT);
    indicate("ana", "bia");
    assertThat(world.state(id)).isEqualTo(NominationState.AWAITING_ACCEPTANCE);
    acceptAll("ana", "bia");
    assertThat(world.state(id)).isEqualTo(NominationState.IN_APPROVAL);
    world.complete(id, TASK_APPROVE, head, APPROVES);
    assertThat(world.state(id)).isEqualTo(NominationState.IN_VALIDATION);
    world.complete(id, TASK_VALIDATE, coordinator, VALID);
    assertThat(world.state(id)).isEqualTo(NominationState.AWAITING_PUBLICATION);
    publish();

    assertThat(world.state(id)).isEqualTo(NominationState.IN_FORCE);
    assertThat(seated())
        .extracting(SeatHolding::track, SeatHolding::seat, holding -> holding.person().name())
        .containsExactlyInAnyOrder(
            tuple(Track.OPEN_GOVERNMENT, Seat.TITULAR, "Indicada ana"),
            tuple(Track.OPEN_GOVERNMENT, Seat.SUPLENTE, "Indicada bia"));
    assertThat(world.directory.groupsOf(world.nominee(body, "ana").username()))
        .containsExactly(body.slug() + ".members");
    assertThat(world.subjectsTo(world.nominee(body, "ana")))
        .contains("Seu mandato na Rede INFO Aberta começou");
    assertThat(world.roundIsClosed(round)).isTrue();
    assertThat(world.subjectsTo(coordinator)).contains("A rodada «Rodada de teste» terminou");
  }

  @Test
  @DisplayName(
      "whose complete pair lacks a permanent servant goes back to the office with the rule")
  void ineligible() {
    world.complete(
        id,
        TASK_INDICATE,
        office,
        together(
            typed(TITULAR, body, "ana", Bond.COMISSIONADO),
            typed(SUPLENTE, body, "bia", Bond.CONTRATADO)));

    assertThat(world.state(id)).isEqualTo(NominationState.RETURNED);
    assertThat(world.details(id).findings())
        .extracting(Finding::reasonCode, Finding::severity)
        .contains(tuple("NO_PERMANENT", Finding.Severity.BLOCKING));
    assertThat(world.persons.findByEmail("ana@" + body.mailDomains().get(0))).isEmpty();
    assertThat(world.subjectsTo(office))
        .contains("A indicação de " + body.acronym() + " voltou ao gabinete");

    indicate("ana", "bia");
    assertThat(world.state(id)).isEqualTo(NominationState.AWAITING_ACCEPTANCE);
  }

  @Test
  @DisplayName("in which somebody declines returns, and only the new nominee is asked")
  void declined() {
    indicate("ana", "bia");
    world.answer(id, body, "ana", ACCEPTS);
    world.answer(id, body, "bia", Map.of("answer", "decline", "declineReason", "Vou mudar."));

    assertThat(world.state(id)).isEqualTo(NominationState.RETURNED);
    assertThat(lastOutcome(Outcome.DECLINED).reason()).isEqualTo("Vou mudar.");
    world.complete(id, TASK_INDICATE, office, typed(SUPLENTE, body, "caio", Bond.EFETIVO));
    assertThat(world.asked(id)).containsExactly("caio");
  }

  @Test
  @DisplayName("whose nominee is silent until the due date returns, with «sem resposta» on record")
  void noAnswer() {
    indicate("ana", "bia");
    world.answer(id, body, "ana", ACCEPTS);
    world.fire(id, "boundaryEvent_NoAnswer");

    assertThat(world.state(id)).isEqualTo(NominationState.RETURNED);
    assertThat(world.details(id).nomination().seat(SUPLENTE).orElseThrow().answer())
        .isEqualTo(Answer.NO_ANSWER);
    assertThat(world.details(id).nomination().seat(TITULAR).orElseThrow().isOpenForChange())
        .isFalse();
  }

  @Test
  @DisplayName("that the head returns asks only who is new, and goes to the head again")
  void returnedByHead() {
    indicate("ana", "bia");
    acceptAll("ana", "bia");
    world.complete(
        id,
        TASK_APPROVE,
        head,
        Map.of(
            "choice",
            "return",
            "replaceOpenSuplente",
            true,
            "returnReason",
            "Preciso dela em outro projeto."));
    assertThat(world.state(id)).isEqualTo(NominationState.RETURNED);
    assertThat(lastOutcome(Outcome.RETURNED).seats()).containsExactly(SUPLENTE);

    world.complete(id, TASK_INDICATE, office, typed(SUPLENTE, body, "caio", Bond.EFETIVO));
    assertThat(world.asked(id)).containsExactly("caio");
    world.answer(id, body, "caio", ACCEPTS);
    world.complete(id, TASK_APPROVE, head, APPROVES);
    assertThat(world.state(id)).isEqualTo(NominationState.IN_VALIDATION);
  }

  @Test
  @DisplayName("that lost a seat on return goes on with those who had accepted")
  void returnedAndLeftEmpty() {
    indicate("ana", "bia");
    acceptAll("ana", "bia");
    world.complete(
        id,
        TASK_APPROVE,
        head,
        Map.of("choice", "return", "replaceOpenSuplente", true, "returnReason", "Outra pessoa."));
    world.complete(id, TASK_INDICATE, office, Map.of());

    assertThat(world.state(id)).isEqualTo(NominationState.IN_APPROVAL);
    assertThat(world.details(id).findings())
        .extracting(Finding::reasonCode)
        .containsExactly("PAIR_INCOMPLETE");
  }

  @Test
  @DisplayName("that the head refuses ends, with the reason on record and everybody told")
  void refused() {
    indicate("ana", "bia");
    acceptAll("ana", "bia");
    world.complete(
        id, TASK_APPROVE, head, Map.of("choice", "refuse", "refuseReason", "Não é o momento."));

    assertThat(world.state(id)).isEqualTo(NominationState.REFUSED);
    assertThat(lastOutcome(Outcome.REFUSED).decidedBy()).isEqualTo(head.id());
    assertThat(world.instance(id)).isNull();
    for (Person told : List.of(office, coordinator, world.nominee(body, "bia"))) {
      assertThat(world.subjectsTo(told))
          .contains("A indicação de " + body.acronym() + " foi recusada");
    }
    assertThat(seated()).isEmpty();
  }

  @Test
  @DisplayName("that the coordination returns lets the office correct the same person")
  void returnedByCoordination() {
    indicate("ana", "bia");
    acceptAll("ana", "bia");
    world.complete(id, TASK_APPROVE, head, APPROVES);
    world.complete(
        id,
        TASK_VALIDATE,
        coordinator,
        Map.of(
            "check", "return", "replaceOpenTitular", true, "returnReason", "Unidade incorreta."));
    assertThat(world.state(id)).isEqualTo(NominationState.RETURNED);

    Map<String, Object> corrected = typed(TITULAR, body, "ana", Bond.EFETIVO);
    corrected.put(
        "openTitularIdentifier",
        world.details(id).nomination().seat(TITULAR).orElseThrow().nominee().identifier());
    world.complete(id, TASK_INDICATE, office, corrected);
    assertThat(world.asked(id)).isEmpty();
    assertThat(world.state(id)).isEqualTo(NominationState.IN_APPROVAL);
  }

  @Test
  @DisplayName("is taken back by the office to be corrected while it is being decided")
  void correction() {
    indicate("ana", "bia");
    world.answer(id, body, "ana", ACCEPTS);
    world.commands.requestCorrection(id, world.signedIn(office), "Troquei os assentos.");
    world.runJobs();

    assertThat(world.state(id)).isEqualTo(NominationState.RETURNED);
    assertThat(world.tasksOf(id, TASK_ACCEPT)).isEmpty();
    world.task(id, TASK_INDICATE);
  }

  @Test
  @DisplayName("that is withdrawn ends at any step, with the reason on record")
  void withdrawn() {
    indicate("ana", "bia");
    world.commands.withdraw(id, world.signedIn(coordinator), "O órgão será extinto.");
    world.runJobs();

    assertThat(world.state(id)).isEqualTo(NominationState.CLOSED);
    assertThat(world.details(id).nomination().closeReason()).contains(CloseReason.WITHDRAWN);
    assertThat(world.instance(id)).isNull();
    assertThat(world.subjectsTo(world.nominee(body, "ana")))
        .contains("A indicação de " + body.acronym() + " foi retirada");
  }

  @Test
  @DisplayName("without an indication lapses at the deadline of its round")
  void lapsed() {
    Instant deadline = world.details(id).nomination().deadline();
    assertThat(world.timer(id, "boundaryEvent_IndicationLapsed").getDuedate().toInstant())
        .isEqualTo(deadline);
    world.fire(id, "boundaryEvent_IndicationLapsed");

    assertThat(world.details(id).nomination().closeReason()).contains(CloseReason.LAPSED);
    assertThat(world.subjectsTo(head))
        .contains("Terminou o prazo de indicação de " + body.acronym());
  }

  @ParameterizedTest(name = "{0}: {1} is reminded once, and {2} hears of it when it is late")
  @CsvSource({
    "userTask_IndicateServants, office, head, Indicate",
    "userTask_AcceptNomination, nominee,, Accept",
    "userTask_ApproveNomination, head, coordinator, Approve",
    "userTask_ValidateNomination, coordinator,, Validate",
    "userTask_RecordPublication, coordinator,, Publish"
  })
  @DisplayName("reminds before the due date and escalates from then on")
  void reminders(String taskKey, String reminded, String escalated, String boundary) {
    goTo(taskKey);
    String what = world.tasksOf(id, taskKey).get(0).getName();
    String due = " até ";
    world.fire(id, "boundaryEvent_" + boundary + "Reminder");
    assertThat(world.subjectsTo(who(reminded)))
        .filteredOn(subject -> subject.startsWith("Lembrete: " + what) && subject.contains(due))
        .hasSize(1);
    if (!taskKey.equals(TASK_ACCEPT)) {
      world.fire(id, "boundaryEvent_" + boundary + "Overdue");
      assertThat(world.subjectsTo(who(reminded)))
          .contains("Prazo vencido: " + what + " (" + body.acronym() + ")");
    }
    if (escalated != null) {
      assertThat(world.subjectsTo(who(escalated)))
          .contains("Em atraso: " + what + " (" + body.acronym() + ")");
    }
    assertThat(world.tasksOf(id, taskKey)).isNotEmpty();
  }

  @Test
  @DisplayName("gives the office its days after a return, even when the deadline is near")
  void deadlineAfterReturn() {
    indicate("ana", "bia");
    world.answer(id, body, "ana", ACCEPTS);
    world.engineClock.setTo(world.details(id).nomination().deadline());
    world.answer(id, body, "bia", Map.of("answer", "decline", "declineReason", "Não posso."));

    assertThat(world.timer(id, "boundaryEvent_IndicationLapsed").getDuedate().toInstant())
        .isEqualTo(world.workingDays.deadline(world.clock.instant(), 5));
  }

  @Test
  @DisplayName("for a vacant seat starts by itself, once, and replaces nobody else")
  void vacancy() {
    indicate("ana", "bia");
    acceptAll("ana", "bia");
    world.complete(id, TASK_APPROVE, head, APPROVES);
    world.complete(id, TASK_VALIDATE, coordinator, VALID);
    publish();
    Appointment titular =
        seated().stream()
            .filter(holding -> holding.seat() == Seat.TITULAR)
            .findFirst()
            .orElseThrow()
            .appointment();
    world.appointments.end(titular.id(), world.today().minusDays(1), EndReason.RESIGNED, null);
    world.runJobs();

    long vacancy = world.nominationForVacancy(titular.id());
    assertThat(world.details(vacancy).nomination().seats())
        .extracting(seat -> seat.key())
        .containsExactly(TITULAR);
    id = vacancy;
    world.complete(id, TASK_INDICATE, office, typed(TITULAR, body, "caio", Bond.EFETIVO));
    acceptAll("caio");
    world.complete(id, TASK_APPROVE, head, APPROVES);
    world.complete(id, TASK_VALIDATE, coordinator, VALID);
    publish();
    assertThat(seated())
        .extracting(holding -> holding.person().name())
        .containsExactlyInAnyOrder("Indicada caio", "Indicada bia");
  }
}
