package br.gov.sp.prefeitura.redeinfo.training;

import static br.gov.sp.prefeitura.redeinfo.support.BodyTrainings.APPROVE;
import static br.gov.sp.prefeitura.redeinfo.support.BodyTrainings.KEY;
import static br.gov.sp.prefeitura.redeinfo.support.BodyTrainings.REPORT;
import static br.gov.sp.prefeitura.redeinfo.support.BodyTrainings.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.RecentNotice;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining.State;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingQueries;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingQueries.Totals;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingService;
import java.time.Instant;
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

/** Walks every path of the model. */
@EveryPathTest
@DisplayName("A training that a body gives itself")
public class BodyTrainingPathsTest {

  @Autowired BodyTrainings trainings;
  @Autowired BodyTrainingService service;
  @Autowired BodyTrainingQueries queries;
  @Autowired TrainingLife life;
  @Autowired TestPeople people;
  @Autowired NominationLife nominations;
  @Autowired Notices notices;
  @Autowired JdbcClient jdbc;

  private Body body;
  private Person member;
  private Person office;
  private Person head;
  private Person coordinator;
  private long id;

  @BeforeEach
  void isAnnounced() {
    body = trainings.body();
    member = trainings.member(body);
    office = people.withFunction(Function.OFFICE, body.slug());
    head = people.withFunction(Function.HEAD, body.slug());
    coordinator = people.withFunction(Function.COORDINATION, "seri");
    id = trainings.announce(body, member);
  }

  @Test
  @DisplayName("is reported after its day, and counts for the body when the report is approved")
  void counts() {
    assertThat(subjects(coordinator)).anyMatch(s -> s.startsWith(body.acronym() + " anunciou"));
    LocalDate moved = trainings.today().plusDays(20);
    service.move(id, moved, life.signedIn(office));
    Instant asked = life.timer(KEY, id, "intermediateCatchEvent_DayOver").getDuedate().toInstant();
    assertThat(asked.atZone(SaoPaulo.ZONE).toLocalDate()).isEqualTo(moved.plusDays(1));

    trainings.dayPasses(id);
    assertThat(trainings.get(id).state()).isEqualTo(State.REPORT_DUE);
    assertThat(subjects(office)).anyMatch(subject -> subject.startsWith("Relate o treinamento"));
    assertThat(trainings.task(id, REPORT).candidateGroups())
        .containsExactlyInAnyOrder(body.slug() + ".members", body.slug() + ".office");
    life.fire(KEY, id, "boundaryEvent_ReportReminder");
    assertThat(subjects(member)).anyMatch(subject -> subject.startsWith("Lembrete: Relatar"));
    assertThat(subjects(head)).isEmpty();
    life.fire(KEY, id, "boundaryEvent_ReportOverdue");
    assertThat(subjects(head)).anyMatch(subject -> subject.startsWith("Prazo vencido: Relatar"));

    trainings.answer(id, REPORT, member, held(18, "1.5"));
    assertThat(trainings.get(id).state()).isEqualTo(State.REPORTED);
    assertThat(queries.totals(body.id())).isEqualTo(new Totals(0, 0, 0));
    life.fire(KEY, id, "boundaryEvent_ApprovalReminder");
    life.fire(KEY, id, "boundaryEvent_ApprovalOverdue");
    assertThat(subjects(coordinator)).anyMatch(s -> s.startsWith("Prazo vencido: Aprovar"));

    trainings.answer(
        id, APPROVE, coordinator, Map.of("decision", "return", "returnReason", "E a lista?"));
    assertThat(trainings.get(id))
        .returns(State.RETURNED, BodyTraining::state)
        .returns("E a lista?", BodyTraining::reason);
    assertThat(subjects(member)).anyMatch(subject -> subject.contains("voltou"));
    trainings.answer(id, REPORT, office, held(17, "2"));
    trainings.answer(id, APPROVE, coordinator, Map.of("decision", "approve"));

    assertThat(trainings.get(id).state()).isEqualTo(State.APPROVED);
    assertThat(queries.totals(body.id())).isEqualTo(new Totals(1, 17, 120));
    assertThat(subjects(member)).anyMatch(subject -> subject.contains("conta para"));
    assertThat(life.instance(KEY, id)).isNull();
    assertThat(recorded())
        .containsExactly(
            "body-training.announced " + member.id(),
            "body-training.moved " + office.id(),
            "body-training.reported " + member.id(),
            "body-training.returned " + coordinator.id(),
            "body-training.reported " + office.id(),
            "body-training.approved " + coordinator.id());
  }

  @Test
  @DisplayName("that was not held ends with the reason, and counts for nothing")
  void notHeld() {
    trainings.dayPasses(id);
    assertThatThrownBy(() -> service.move(id, trainings.today(), life.signedIn(member)))
        .isInstanceOf(Refusal.class)
        .hasMessage("body-training.day-over");
    trainings.answer(id, REPORT, office, Map.of("held", "no", "notHeldReason", "Sala em obras."));
    assertThat(trainings.get(id))
        .returns(State.NOT_HELD, BodyTraining::state)
        .returns("Sala em obras.", BodyTraining::reason);
    assertThat(life.instance(KEY, id)).isNull();
    assertThat(recorded()).contains("body-training.not-held " + office.id());
    assertThatThrownBy(() -> service.cancel(id, "x", life.signedIn(member)))
        .hasMessage("body-training.moved-on");
  }

  @Test
  @DisplayName("is called off by the body or the coordination, and who concerns it is told")
  void calledOff() {
    service.cancel(id, "Faltou quem ensine.", life.signedIn(coordinator));
    life.runJobs();
    assertThat(trainings.get(id).state()).isEqualTo(State.CANCELLED);
    assertThat(life.instance(KEY, id)).isNull();
    for (Person told : List.of(member, office, coordinator)) {
      assertThat(subjects(told)).anyMatch(subject -> subject.contains("cancelado"));
    }
    assertThat(recorded()).contains("body-training.cancelled " + coordinator.id());
  }

  @Test
  @DisplayName("is not approved by whoever reported it")
  void notByOneself() {
    Person both = people.withFunction(Function.COORDINATION, body.slug());
    nominations.appoint(both, Function.OFFICE, body);
    trainings.dayPasses(id);
    trainings.answer(id, REPORT, both, held(5, "1"));
    assertThatThrownBy(() -> trainings.answer(id, APPROVE, both, Map.of("decision", "approve")))
        .isInstanceOf(Refusal.class)
        .hasMessage("body-training.own-report");
    assertThat(trainings.get(id).state()).isEqualTo(State.REPORTED);
  }

  private List<String> subjects(Person person) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("pt-BR"));
    try {
      return notices.recent(person.id(), 50).stream().map(RecentNotice::subject).toList();
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  private List<String> recorded() {
    return jdbc.sql(
            """
            SELECT action || ' ' || actor_id FROM audit_entry
             WHERE subject_type = 'body-training' AND subject_id = ? ORDER BY id
            """)
        .param(String.valueOf(id))
        .query(String.class)
        .list();
  }
}
