package br.gov.sp.prefeitura.redeinfo.meeting;

import static br.gov.sp.prefeitura.redeinfo.support.FollowUps.DO;
import static br.gov.sp.prefeitura.redeinfo.support.FollowUps.KEY;
import static br.gov.sp.prefeitura.redeinfo.support.FollowUps.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp.State;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpService;
import br.gov.sp.prefeitura.redeinfo.meeting.process.MeetingFollowUpProcess;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.RecentNotice;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import br.gov.sp.prefeitura.redeinfo.support.FollowUps;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks every path of the model. */
@EveryPathTest
@DisplayName("A follow-up of a meeting")
public class FollowUpPathsTest {

  private static final String REMINDER = "boundaryEvent_FollowUpReminder";
  private static final String LATE = "boundaryEvent_FollowUpLate";

  @Autowired FollowUps followUps;
  @Autowired FollowUpService service;
  @Autowired FollowUpQueries queries;
  @Autowired TrainingLife life;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired Appointments appointments;
  @Autowired RepositoryService models;
  @Autowired Notices notices;
  @Autowired JdbcClient jdbc;

  private Body body;
  private Person owner;
  private Person office;
  private Person head;
  private Person coordinator;

  @BeforeEach
  void hasItsPeople() {
    body = bodies.make("SECRETARIA", "RF");
    owner = people.withFunction(Function.VOLUNTEER, body.slug());
    office = people.withFunction(Function.OFFICE, body.slug());
    head = people.withFunction(Function.HEAD, body.slug());
    coordinator = people.withFunction(Function.COORDINATION, "seri");
  }

  @Test
  @DisplayName(
      "is done by who answers for it, after a reminder and more time; the coordination is told")
  void isDone() {
    long id = followUps.open(body, owner, coordinator);
    assertThat(followUps.task(id, DO).assignee()).isEqualTo(owner.username());
    assertThat(followUps.task(id, DO).candidateGroups())
        .containsExactlyInAnyOrder(body.slug() + ".members", body.slug() + ".office");
    assertThat(subjects(owner)).anyMatch(subject -> subject.startsWith("Encaminhamento até"));
    assertThat(subjects(office)).isEmpty();
    life.fire(KEY, id, REMINDER);
    assertThat(subjects(owner)).anyMatch(subject -> subject.startsWith("Lembrete:"));

    LocalDate later = followUps.today().plusDays(30);
    followUps.answer(
        id,
        DO,
        owner,
        Map.of("outcome", "moreTime", "newDueOn", later.toString(), "moreTimeReason", "Férias."));
    assertThat(followUps.get(id))
        .returns(later, FollowUp::dueOn)
        .returns(State.OPEN, FollowUp::state);
    assertThat(subjects(coordinator)).anyMatch(subject -> subject.startsWith("Novo prazo"));

    followUps.answer(id, DO, owner, Map.of("outcome", "done", "result", "Publicada."));
    assertThat(followUps.get(id))
        .returns(State.DONE, FollowUp::state)
        .returns("Publicada.", FollowUp::result)
        .returns(owner.id(), FollowUp::endedBy);
    assertThat(subjects(coordinator)).anyMatch(subject -> subject.contains("cumpriu"));
    assertThat(life.instance(KEY, id)).isNull();
    assertThat(recorded(id))
        .containsExactly(
            "follow-up.opened " + coordinator.id(),
            "follow-up.postponed " + owner.id(),
            "follow-up.done " + owner.id());
  }

  @Test
  @DisplayName("that is late says so, and the head and the coordination hear of it every week")
  void isLate() {
    long id = followUps.open(body, null, coordinator);
    assertThat(followUps.task(id, DO).assignee()).isNull();
    assertThat(subjects(office)).anyMatch(subject -> subject.startsWith("Encaminhamento até"));
    life.fire(KEY, id, LATE);
    assertThat(followUps.get(id).isLate()).isTrue();
    for (Person told : List.of(office, head, coordinator)) {
      assertThat(subjects(told))
          .anyMatch(subject -> subject.startsWith("Encaminhamento em atraso"));
    }
    assertThat(life.timer(KEY, id, LATE)).as("the next week's").isNotNull();
    assertThat(queries.countLate(List.of(body.id()))).isOne();
    followUps.answer(id, DO, office, Map.of("outcome", "done", "result", "Feito."));
    assertThat(followUps.get(id).isLate()).isFalse();
  }

  @Test
  @DisplayName(
      "that cannot be done is given to another body by the coordination, or dropped with the reason")
  void cannotBeDone() {
    long id = followUps.open(body, owner, coordinator);
    Map<String, Object> impossible =
        Map.of("outcome", "impossible", "impossibleReason", "Não temos os dados.");
    followUps.answer(id, DO, owner, impossible);
    assertThat(followUps.get(id).state()).isEqualTo(State.BLOCKED);
    assertThat(subjects(coordinator)).anyMatch(subject -> subject.startsWith("Decida sobre"));
    life.fire(KEY, id, "boundaryEvent_ReviewOverdue");
    assertThat(subjects(coordinator)).anyMatch(subject -> subject.startsWith("Prazo vencido"));

    Body other = bodies.make("SECRETARIA", "RF");
    Person otherOffice = people.withFunction(Function.OFFICE, other.slug());
    LocalDate due = followUps.today().plusDays(20);
    followUps.answer(
        id,
        REVIEW,
        coordinator,
        Map.of(
            "decision",
            "goOn",
            "givenTo",
            "office:" + other.slug(),
            "newDueOn",
            due.toString(),
            "goOnReason",
            "Os dados são deles."));
    assertThat(followUps.get(id))
        .returns(other.id(), FollowUp::bodyId)
        .returns(null, FollowUp::ownerId)
        .returns(due, FollowUp::dueOn);
    assertThat(followUps.task(id, DO).candidateGroups()).contains(other.slug() + ".office");
    assertThat(subjects(otherOffice)).anyMatch(subject -> subject.startsWith("Encaminhamento até"));

    followUps.answer(id, DO, otherOffice, impossible);
    followUps.answer(
        id, REVIEW, coordinator, Map.of("decision", "drop", "dropReason", "Ninguém tem."));
    assertThat(followUps.get(id))
        .returns(State.DROPPED, FollowUp::state)
        .returns("Ninguém tem.", FollowUp::result);
    assertThat(subjects(otherOffice)).anyMatch(subject -> subject.contains("encerrado"));
    assertThat(life.instance(KEY, id)).isNull();
    assertThat(recorded(id))
        .containsExactly(
            "follow-up.opened " + coordinator.id(),
            "follow-up.blocked " + owner.id(),
            "follow-up.given " + coordinator.id(),
            "follow-up.blocked " + otherOffice.id(),
            "follow-up.dropped " + coordinator.id());
  }

  @Test
  @DisplayName("goes to the office when who answers for it leaves the body, and its task with it")
  void ownerLeaves() {
    long id = followUps.open(body, owner, coordinator);
    long appointment =
        appointments.ofPerson(owner.id(), followUps.today()).stream()
            .filter(one -> Long.valueOf(body.id()).equals(one.bodyId()))
            .findFirst()
            .orElseThrow()
            .id();
    appointments.end(
        appointment, followUps.today().minusDays(1), EndReason.TRANSFERRED, "6010.2026/0000001-1");
    assertThat(followUps.get(id).ownerId()).isNull();
    assertThat(followUps.task(id, DO).assignee()).isNull();
    assertThat(subjects(office)).anyMatch(subject -> subject.startsWith("Um encaminhamento agora"));
    assertThat(recorded(id)).contains("follow-up.owner-left null");
    followUps.answer(id, DO, office, Map.of("outcome", "done", "result", "Feito."));
    assertThat(followUps.get(id).endedBy()).isEqualTo(office.id());
  }

  @Test
  @DisplayName("is not postponed to an earlier day, nor given to whom nobody knows")
  void refuses() {
    long id = followUps.open(body, owner, coordinator);
    assertThatThrownBy(
            () -> service.postpone(id, followUps.today().plusDays(1), "Cedo.", owner.id()))
        .isInstanceOf(Refusal.class)
        .hasMessage("follow-up.not-later");
    assertThatThrownBy(() -> service.drop(id, "Nada.", coordinator.id()))
        .hasMessage("follow-up.moved-on");
    service.block(id, "Não dá.", owner.id());
    assertThatThrownBy(
            () ->
                service.giveTo(
                    id, "office:nao-ha", followUps.today().plusDays(5), "X.", coordinator.id()))
        .hasMessage("follow-up.owner");
  }

  @Test
  @DisplayName("stands on the next agenda of its kind of meetings until it is at its end")
  void isCarriedOver() {
    long id = followUps.open(body, owner, coordinator);
    assertThat(queries.open("THEMATIC")).anyMatch(open -> open.followUpId() == id);
    assertThat(queries.open("QUARTERLY")).noneMatch(open -> open.followUpId() == id);
    followUps.answer(id, DO, owner, Map.of("outcome", "done", "result", "Feito."));
    assertThat(queries.open("THEMATIC")).noneMatch(open -> open.followUpId() == id);
  }

  @Test
  @DisplayName("has a model whose user tasks the code knows")
  void namesAgree() {
    Set<String> tasks =
        models
            .getBpmnModelInstance(
                models
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(KEY)
                    .latestVersion()
                    .singleResult()
                    .getId())
            .getModelElementsByType(UserTask.class)
            .stream()
            .map(UserTask::getId)
            .collect(Collectors.toSet());
    assertThat(tasks).isEqualTo(MeetingFollowUpProcess.TASKS);
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
            SELECT action || ' ' || coalesce(actor_id::text, 'null') FROM audit_entry
             WHERE subject_type = 'follow-up' AND subject_id = ? ORDER BY id
            """)
        .param(String.valueOf(id))
        .query(String.class)
        .list();
  }
}
