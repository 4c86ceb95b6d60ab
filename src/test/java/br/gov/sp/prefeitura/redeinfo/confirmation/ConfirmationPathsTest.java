package br.gov.sp.prefeitura.redeinfo.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation.SeatName;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation.State;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationAnswers;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.RecentNotice;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.ConfirmationLife;
import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks every path of the model, and says how rounds ask bodies. */
@EveryPathTest
@DisplayName("The confirmation of a body's focal points")
public class ConfirmationPathsTest {

  private static final String REMINDER = "boundaryEvent_Reminder";
  private static final String OVERDUE = "boundaryEvent_Overdue";
  private static final Map<String, Object> UNCHANGED = Map.of("answer", "unchanged");

  @Autowired ConfirmationLife life;
  @Autowired ConfirmationRounds rounds;
  @Autowired ConfirmationAnswers confirmations;
  @Autowired BodyTrainings bodies;
  @Autowired TrainingLife instances;
  @Autowired TestPeople people;
  @Autowired Notices notices;
  @Autowired JdbcClient jdbc;

  private Body body;
  private Person head;
  private Person focalPoint;
  private Person coordinator;

  @BeforeEach
  void aBodyWithOneSeatHeld() {
    body = bodies.body();
    head = people.withFunction(Function.HEAD, body.slug());
    coordinator = people.withFunction(Function.COORDINATION, "seri");
    focalPoint = life.focalPoint(body, Track.OPEN_GOVERNMENT, Seat.TITULAR);
  }

  @Test
  @DisplayName("takes the office one click when nothing has changed")
  void unchanged() {
    Person office = people.withFunction(Function.OFFICE, body.slug());
    long id = life.asked(body);
    assertThat(life.task(id).orElseThrow().candidateGroups())
        .containsExactly(body.slug() + ".office");
    assertThat(subjects(office)).anyMatch(subject -> subject.startsWith("Confirme os pontos"));
    life.fire(id, REMINDER);
    assertThat(subjects(office)).anyMatch(subject -> subject.startsWith("Lembrete: confirme"));
    assertThat(subjects(head)).isEmpty();

    TasklistClient tasklist = new TasklistClient(people.signIn(office));
    Map<String, JsonNode> form = tasklist.formVariables(life.task(id).orElseThrow().id());
    assertThat(form.get("seats").toString()).contains(focalPoint.name(), "vaga em aberto");
    assertThat(form.get("vacantSeats").asText())
        .isEqualTo(
            "Acesso à informação, titular; Acesso à informação, suplente; Governo aberto, suplente");
    tasklist.answer(String.valueOf(id), ConfirmationLife.CONFIRM, UNCHANGED);
    life.runJobs(id);

    assertThat(confirmations.get(id))
        .returns(State.UNCHANGED, Confirmation::state)
        .returns(office.id(), Confirmation::answeredBy);
    assertThat(instances.instance(ConfirmationLife.KEY, id)).isNull();
    assertThat(recorded(id)).containsExactly("confirmation.unchanged " + office.id());
  }

  @Test
  @DisplayName("leads the office to the succession of who no longer represents the body")
  void changed() {
    Person office = people.withFunction(Function.OFFICE, body.slug());
    long id = life.asked(body);
    Map<String, Object> nothingSaid = Map.of("answer", "changed");
    assertThatThrownBy(() -> life.answer(id, office, nothingSaid))
        .isInstanceOf(Refusal.class)
        .satisfies(e -> assertThat(((Refusal) e).violations().get(0).field()).isEqualTo("note"));
    Map<String, Object> notHeld =
        Map.of("answer", "changed", "changedSeats", List.of("OPEN_GOVERNMENT/SUPLENTE"));
    assertThatThrownBy(() -> life.answer(id, office, notHeld)).isInstanceOf(Refusal.class);

    life.answer(
        id,
        office,
        Map.of("answer", "changed", "changedSeats", List.of("OPEN_GOVERNMENT/TITULAR")));

    assertThat(confirmations.get(id))
        .returns(State.CHANGED, Confirmation::state)
        .returns(
            List.of(new SeatName(Track.OPEN_GOVERNMENT, Seat.TITULAR)), Confirmation::changedSeats);
    RecentNotice led = notices.recent(office.id(), 1).get(0);
    assertThat(led.path()).isEqualTo("/successions/new?body=" + body.slug());
    assertThat(instances.instance(ConfirmationLife.KEY, id)).isNull();
    assertThat(recorded(id)).containsExactly("confirmation.changed " + office.id());
  }

  @Test
  @DisplayName(
      "is the coordination's to answer while the body has no office, and late with everybody")
  void withoutOffice() {
    long id = life.asked(body);
    assertThat(life.task(id).orElseThrow().candidateGroups())
        .containsExactlyInAnyOrder(body.slug() + ".office", "coordination");
    life.fire(id, OVERDUE);
    for (Person told : List.of(head, coordinator)) {
      assertThat(subjects(told))
          .contains("Pontos focais de " + body.acronym() + " não confirmados");
    }
    life.answer(id, coordinator, UNCHANGED);
    assertThat(confirmations.get(id).state()).isEqualTo(State.UNCHANGED);
  }

  @Test
  @DisplayName("is replaced when a newer round asks before there was an answer")
  void replaced() {
    long older = life.asked(body);
    long neverStarted = life.pending(body);
    long newer = life.asked(body);
    assertThat(confirmations.get(older).state()).isEqualTo(State.REPLACED);
    assertThat(confirmations.get(neverStarted).state()).isEqualTo(State.REPLACED);
    assertThat(confirmations.get(newer).state()).isEqualTo(State.OPEN);
    assertThat(instances.instance(ConfirmationLife.KEY, older)).isNull();
    assertThat(life.task(older)).isEmpty();
    assertThat(recorded(older)).hasSize(1).allMatch(one -> one.startsWith("confirmation.replaced"));
    assertThatThrownBy(() -> confirmations.confirm(older, head.id()))
        .hasMessage("confirmation.moved-on");
  }

  @Test
  @DisplayName("is asked of every body with focal points once a round, however often it is begun")
  void once() {
    Body withoutAny = bodies.body();
    LocalDate day = bodies.today().plusYears(50).withDayOfMonth(9);
    long round = rounds.begin(day, coordinator.id()).orElseThrow();
    assertThat(rounds.begin(day.withDayOfMonth(20), null)).isEmpty();
    List<Long> asked =
        jdbc.sql("SELECT body_id FROM confirmation WHERE round_id = ?")
            .param(round)
            .query(Long.class)
            .list();
    assertThat(asked).contains(body.id()).doesNotContain(withoutAny.id()).doesNotHaveDuplicates();
    jdbc.sql("DELETE FROM confirmation WHERE round_id = ? AND body_id <> ?")
        .params(round, body.id())
        .update();

    assertThat(rounds.startPending()).isEqualTo(1);
    assertThat(rounds.startPending()).isZero();
    assertThat(
            jdbc.sql("SELECT state FROM confirmation WHERE round_id = ?")
                .param(round)
                .query(String.class)
                .list())
        .containsExactly("OPEN");
  }

  private List<String> subjects(Person person) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("pt-BR"));
    try {
      return notices.recent(person.id(), 50).stream().map(RecentNotice::subject).toList();
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  private List<String> recorded(long id) {
    return jdbc.sql(
            """
            SELECT action || ' ' || coalesce(actor_id, 0) FROM audit_entry
             WHERE subject_type = 'confirmation' AND subject_id = ? ORDER BY id
            """)
        .param(String.valueOf(id))
        .query(String.class)
        .list();
  }
}
