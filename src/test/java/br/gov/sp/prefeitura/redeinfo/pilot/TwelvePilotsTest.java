package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ExecutionService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProgressReport;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Reports;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** As many as in December 2017, side by side, while the clock only goes forward. */
@IntegrationTest
@DisplayName("Twelve pilots")
class TwelvePilotsTest {

  private static final int PILOTS = 12;
  private static final int REPORTS = 3;

  @Autowired PilotLife pilots;
  @Autowired PilotExecution execution;
  @Autowired ExecutionService service;
  @Autowired Reports reports;
  @Autowired EngineClock engineClock;
  @Autowired ManagementService management;
  @Autowired Clock clock;

  private final Map<Long, Team> teams = new LinkedHashMap<>();

  @AfterEach
  void restore() {
    engineClock.restore();
  }

  @Test
  @DisplayName("go from the first draft to a published evaluation in a year and a half")
  void fromDraftToEvaluation() {
    Instant begun = clock.instant();
    propose();
    later(Duration.ofDays(1));
    teams.forEach(execution::schedule);
    present();
    later(Duration.ofDays(2));
    teams.forEach(execution::start);
    for (int i = 1; i <= REPORTS; i++) {
      report(i);
      pause(i);
    }
    later(Duration.ofDays(3));
    teams.forEach(execution::completionAccepted);
    later(Duration.ofDays(10));
    teams.forEach(execution::proof);
    teams.forEach((id, team) -> execution.evaluate(id, team, "COMPLETE", "MARGINAL"));

    assertThat(teams.keySet())
        .allSatisfy(
            id -> {
              assertThat(pilots.get(id))
                  .returns(PilotState.EVALUATED, Pilot::state)
                  .returns(100, Pilot::percent)
                  .returns(null, Pilot::staleSince);
              assertThat(pilots.instance(id)).isNull();
              assertThat(reports.of(id))
                  .hasSize(REPORTS)
                  .allMatch(report -> report.state() == ProgressReport.State.ACCEPTED);
            });
    assertThat(Duration.between(begun, clock.instant()).toDays()).isBetween(360L, 700L);
  }

  private void propose() {
    Person elector = pilots.committee(1).get(0);
    for (int i = 0; i < PILOTS; i++) {
      Team team = pilots.team();
      teams.put(pilots.draft(team), team);
    }
    teams.forEach((id, team) -> pilots.submit(id, team.member()));
    later(Duration.ofDays(1));
    teams.forEach(
        (id, team) ->
            pilots.answer(
                id,
                PilotProjectProcess.TASK_ENDORSE,
                team.head(),
                Map.of("endorsement", "endorse")));
    later(Duration.ofDays(2));
    teams.forEach((id, team) -> pilots.forward(id, team, List.of(elector)));
    later(Duration.ofDays(2));
    teams.forEach((id, team) -> pilots.vote(id, elector, "FOR"));
    teams.keySet().forEach(id -> pilots.expect(id, PilotState.APPROVED));
  }

  private void present() {
    teams.keySet().forEach(id -> timePasses(id, "intermediateCatchEvent_PresentationOver"));
    teams.forEach(
        (id, team) ->
            pilots.answer(
                id,
                PilotProjectProcess.TASK_RECORD_PRESENTATION,
                team.coordinator(),
                Map.of("held", "yes")));
  }

  /** Every third body is late with each of its reports. */
  private void report(int number) {
    teams.keySet().forEach(id -> timePasses(id, "intermediateCatchEvent_ReportDue"));
    Set<Long> late = everyThird();
    late.forEach(id -> timePasses(id, "boundaryEvent_ReportOverdue"));
    boolean last = number == REPORTS;
    teams.forEach(
        (id, team) -> {
          assertThat(pilots.get(id).staleSince() != null).isEqualTo(late.contains(id));
          execution.send(id, team.member(), last ? 100 : 30 * number, last);
        });
    later(Duration.ofDays(2));
    teams.forEach(execution::accept);
  }

  /** After the first report two pilots are suspended for three months. */
  private void pause(int number) {
    if (number == 1) {
      List<Long> paused = teams.keySet().stream().skip(PILOTS - 2).toList();
      paused.forEach(id -> execution.suspend(id, teams.get(id)));
      paused.forEach(id -> timePasses(id, "intermediateCatchEvent_SuspensionReview"));
      paused.forEach(id -> service.resume(id, "", pilots.signedIn(teams.get(id).head())));
      pilots.runJobs();
    }
  }

  private Set<Long> everyThird() {
    List<Long> ids = List.copyOf(teams.keySet());
    return Set.of(ids.get(0), ids.get(3), ids.get(6), ids.get(9));
  }

  private void later(Duration time) {
    engineClock.setTo(clock.instant().plus(time));
  }

  /** Nothing happens until the timer's time has come. */
  private void timePasses(long id, String elementId) {
    Job timer = pilots.timer(id, elementId);
    assertThat(timer).as("timer %s of %s", elementId, id).isNotNull();
    if (timer.getDuedate().toInstant().isAfter(clock.instant())) {
      engineClock.setTo(timer.getDuedate().toInstant());
    }
    management.executeJob(timer.getId());
    pilots.runJobs();
  }
}
