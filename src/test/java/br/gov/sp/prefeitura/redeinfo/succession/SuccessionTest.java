package br.gov.sp.prefeitura.redeinfo.succession;

import static br.gov.sp.prefeitura.redeinfo.support.Departures.KEY;
import static br.gov.sp.prefeitura.redeinfo.support.Departures.NOTE;
import static br.gov.sp.prefeitura.redeinfo.support.Departures.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.succession.domain.Departure;
import br.gov.sp.prefeitura.redeinfo.succession.domain.HandedItem;
import br.gov.sp.prefeitura.redeinfo.succession.domain.Succession;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionReading;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionService;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionState;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.Departures;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With something in hand, and a seat that becomes vacant. */
@IntegrationTest
@DisplayName("What somebody who leaves holds")
class SuccessionTest {

  @Autowired Departures departures;
  @Autowired SuccessionService service;
  @Autowired SuccessionReading successions;
  @Autowired PilotLife pilots;
  @Autowired PilotExecution execution;
  @Autowired BodyTrainings trainings;
  @Autowired TrainingLife life;
  @Autowired TestPeople people;
  @Autowired Appointments appointments;
  @Autowired Accounts accounts;
  @Autowired TaskInbox inbox;
  @Autowired JdbcClient jdbc;

  private Team team;
  private Person titular;
  private Person suplente;

  @BeforeEach
  void aFocalPointWithSomethingInHand() {
    team = pilots.team();
    titular = departures.focalPoint(team.body(), Track.OPEN_GOVERNMENT, Seat.TITULAR);
    suplente = departures.focalPoint(team.body(), Track.OPEN_GOVERNMENT, Seat.SUPLENTE);
  }

  @Test
  @DisplayName(
      "is in other hands at the hour, as the office planned or by rule, and access is over")
  void leavesAtTheHour() {
    long pilot = pilots.draft(team, Map.of("sponsor", String.valueOf(titular.id())));
    pilots.submit(pilot, team.member());
    long training = trainings.announce(team.body(), titular);
    trainings.dayPasses(training);
    OpenTask report = trainings.task(training, BodyTrainings.REPORT);
    inbox.claim(report.id(), titular.username());
    Visitor session = people.signIn(titular);

    long id = departures.planned(titular, team.head(), Map.of());
    for (Person told : List.of(titular, team.head(), team.office(), team.coordinator())) {
      assertThat(pilots.told(told)).anyMatch(s -> s.startsWith("Saída de " + titular.name()));
    }
    OpenTask plan = departures.task(id, PLAN).orElseThrow();
    assertThat(plan.candidateGroups()).containsExactly(team.body().slug() + ".office");
    assertThat(departures.task(id, NOTE).orElseThrow())
        .returns(titular.username(), OpenTask::assignee)
        .returns(plan.dueAt(), OpenTask::dueAt);
    assertThat(successions.plan(id))
        .extracting(thing -> thing.holding().messageKey(), thing -> thing.byRule())
        .containsExactlyInAnyOrder(
            tuple("pilot.holding", suplente.name()),
            tuple("network.holding.task", team.body().acronym() + " · membros da rede"));

    LocalDateTime earlier = departures.today().plusDays(5).atTime(12, 0);
    service.move(id, earlier, life.signedIn(team.head()));
    departures.runJobs();
    Instant hour = successions.get(id).leavesAt();
    assertThat(departures.task(id, PLAN).orElseThrow().dueAt()).isEqualTo(hour);
    assertThat(life.timer(KEY, id, Departures.HOUR).getDuedate().toInstant()).isEqualTo(hour);

    life.fire(KEY, id, "boundaryEvent_PlanReminder");
    departures.runJobs();
    assertThat(pilots.told(team.office()))
        .anyMatch(s -> s.startsWith("Lembrete: " + titular.name() + " sai"));
    service.plan(
        id,
        Map.of("network.holding.task|" + report.id(), team.member().id()),
        life.signedIn(team.office()));
    assertThatThrownBy(() -> departures.answer(id, PLAN, team.office(), Map.of("planned", false)))
        .isInstanceOf(RuntimeException.class);
    inbox.complete(plan.id(), team.office().username(), Map.of("planned", true));
    departures.answer(id, NOTE, titular, Map.of("note", "A praça tem chave no posto."));
    departures.runJobs();
    assertThat(session.get("/").statusCode()).isEqualTo(200);

    departures.hourComes(id);
    departures.assertGone(titular);
    assertThat(pilots.get(pilot).sponsorId()).isEqualTo(suplente.id());
    assertThat(inbox.findOpen(report.id()).orElseThrow().assignee())
        .isEqualTo(team.member().username());
    assertThat(successions.items(id))
        .extracting(HandedItem::toPersonId)
        .containsExactlyInAnyOrder(suplente.id(), team.member().id());
    assertThat(successions.get(id))
        .returns(SuccessionState.HANDED_OVER, Succession::state)
        .returns(true, Succession::accessEnded);
    assertThat(accounts.isOpen(titular.id())).isFalse();
    assertThat(session.get("/successions").statusCode()).isIn(302, 401);
    assertThat(life.instance(KEY, id)).isNull();
    for (Person heir : List.of(suplente, team.member())) {
      assertThat(pilots.told(heir)).contains("Você recebeu o que estava com " + titular.name());
    }
    assertThat(pilots.told(team.office())).contains("Transmissão feita: " + titular.name());
    assertThat(pilots.told(team.coordinator()))
        .noneMatch(s -> s.equals("Ficou sem dono: o que estava com " + titular.name()));
    assertThat(vacancies()).isEqualTo(1);
    assertThat(recorded(id))
        .containsExactly(
            "succession.begun " + team.head().id(),
            "succession.moved " + team.head().id(),
            "succession.planned " + team.office().id(),
            "succession.note-written " + titular.id(),
            "succession.handed-over null");
  }

  @Test
  @DisplayName("follows the rule where the person is dismissed at once")
  void dismissedAtOnce() {
    long pilot = execution.running(team);
    assertThat(pilots.get(pilot).sponsorId()).isEqualTo(team.member().id());
    long id = departures.dismissed(team.member(), team.coordinator());
    departures.assertGone(team.member());
    assertThat(pilots.get(pilot).sponsorId()).isEqualTo(titular.id());
    assertThat(successions.get(id).state()).isEqualTo(SuccessionState.HANDED_OVER);
    assertThat(pilots.told(team.member())).noneMatch(s -> s.startsWith("Escreva uma nota"));
    assertThat(life.instance(KEY, id)).isNull();
  }

  @Test
  @DisplayName("leaves the account open for who goes to another body")
  void transferredKeepsTheAccount() {
    long target = pilots.team().body().id();
    long id =
        departures.begin(
            new Departure(
                titular.id(),
                Set.of(departures.appointments(titular).get(0).id()),
                EndReason.TRANSFERRED,
                target,
                "Portaria 7/2026",
                true,
                null,
                Map.of()),
            team.office());
    departures.assertGone(titular);
    assertThat(accounts.isOpen(titular.id())).isTrue();
    assertThat(successions.get(id)).returns(target, Succession::toBodyId);
  }

  private long vacancies() {
    return jdbc.sql("SELECT count(*) FROM nomination WHERE body_id = ? AND round_id IS NULL")
        .param(team.body().id())
        .query(Long.class)
        .single();
  }

  private List<String> recorded(long id) {
    return jdbc.sql(
            """
            SELECT action || ' ' || coalesce(actor_id::text, 'null') FROM audit_entry
             WHERE subject_type = 'succession' AND subject_id = ? ORDER BY id
            """)
        .param(String.valueOf(id))
        .query(String.class)
        .list();
  }
}
