package br.gov.sp.prefeitura.redeinfo.succession;

import static br.gov.sp.prefeitura.redeinfo.support.Departures.KEY;
import static br.gov.sp.prefeitura.redeinfo.support.Departures.NOTE;
import static br.gov.sp.prefeitura.redeinfo.support.Departures.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.succession.domain.Succession;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionReading;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionService;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionState;
import br.gov.sp.prefeitura.redeinfo.support.Departures;
import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks every path of the model. */
@EveryPathTest
@DisplayName("Somebody who leaves")
public class SuccessionPathsTest {

  @Autowired Departures departures;
  @Autowired SuccessionService service;
  @Autowired SuccessionReading successions;
  @Autowired PilotLife pilots;
  @Autowired TrainingLife life;
  @Autowired Accounts accounts;
  @Autowired TaskInbox inbox;
  @Autowired JdbcClient jdbc;

  private Team team;
  private Person leaver;

  @BeforeEach
  void aMember() {
    team = pilots.team();
    leaver = team.member();
  }

  @Test
  @DisplayName("writes a note, the office plans, and at the hour access is over")
  void leavesAtTheHour() {
    long id = departures.planned(leaver, team.head(), Map.of());
    for (Person told : List.of(leaver, team.head(), team.office(), team.coordinator())) {
      assertThat(pilots.told(told)).anyMatch(s -> s.startsWith("Saída de " + leaver.name()));
    }
    OpenTask plan = departures.task(id, PLAN).orElseThrow();
    assertThat(plan.candidateGroups()).containsExactly(team.body().slug() + ".office");
    assertThat(departures.task(id, NOTE).orElseThrow())
        .returns(leaver.username(), OpenTask::assignee)
        .returns(plan.dueAt(), OpenTask::dueAt);

    LocalDateTime earlier = departures.today().plusDays(5).atTime(12, 0);
    service.move(id, earlier, life.signedIn(team.head()));
    departures.runJobs();
    Instant hour = successions.get(id).leavesAt();
    assertThat(departures.task(id, PLAN).orElseThrow().dueAt()).isEqualTo(hour);
    assertThat(life.timer(KEY, id, Departures.HOUR).getDuedate().toInstant()).isEqualTo(hour);

    life.fire(KEY, id, "boundaryEvent_PlanReminder");
    departures.runJobs();
    assertThat(pilots.told(team.office()))
        .anyMatch(s -> s.startsWith("Lembrete: " + leaver.name() + " sai"));
    inbox.claim(plan.id(), team.office().username());
    assertThatThrownBy(
            () -> inbox.complete(plan.id(), team.office().username(), Map.of("planned", false)))
        .isInstanceOf(RuntimeException.class);
    departures.answer(id, PLAN, team.office(), Map.of("planned", true));
    departures.answer(id, NOTE, leaver, Map.of("note", "A praça tem chave no posto."));

    departures.hourComes(id);
    departures.assertGone(leaver);
    assertThat(successions.get(id))
        .returns(SuccessionState.HANDED_OVER, Succession::state)
        .returns("A praça tem chave no posto.", Succession::note)
        .returns(true, Succession::accessEnded);
    assertThat(accounts.isOpen(leaver.id())).isFalse();
    assertThat(life.instance(KEY, id)).isNull();
    assertThat(pilots.told(team.office())).contains("Transmissão feita: " + leaver.name());
    assertThat(pilots.told(team.coordinator()))
        .noneMatch(s -> s.equals("Ficou sem dono: o que estava com " + leaver.name()));
    assertThat(recorded(id))
        .containsExactly(
            "succession.begun " + team.head().id(),
            "succession.moved " + team.head().id(),
            "succession.note-written " + leaver.id(),
            "succession.handed-over null");
  }

  @Test
  @DisplayName("at once is asked nothing; everything follows the rule in the background")
  void dismissedAtOnce() {
    long id = departures.dismissed(leaver, team.coordinator());
    departures.assertGone(leaver);
    assertThat(successions.get(id).state()).isEqualTo(SuccessionState.HANDED_OVER);
    assertThat(pilots.told(leaver)).noneMatch(s -> s.startsWith("Escreva uma nota"));
    assertThat(life.instance(KEY, id)).isNull();
  }

  @Test
  @DisplayName("stays after all, and nothing has changed hands")
  void stays() {
    long id = departures.planned(leaver, leaver, Map.of());
    assertThatThrownBy(() -> departures.planned(leaver, team.coordinator(), Map.of()))
        .hasMessage("succession.leaving-already");
    service.cancel(id, life.signedIn(leaver));
    departures.runJobs();
    assertThat(life.instance(KEY, id)).isNull();
    assertThat(departures.appointments(leaver)).hasSize(1);
    assertThat(accounts.isOpen(leaver.id())).isTrue();
    assertThat(pilots.told(team.office())).contains("Saída cancelada: " + leaver.name() + " fica");
    assertThatThrownBy(() -> service.cancel(id, life.signedIn(leaver)))
        .hasMessage("succession.over");
    assertThat(recorded(id))
        .containsExactly("succession.begun " + leaver.id(), "succession.cancelled " + leaver.id());
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
