package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The engine's history")
class EngineHistoryTest {

  private static final String KEY = "test-forgotten";

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;
  @Autowired ManagementService management;
  @Autowired WorkflowProperties properties;
  @Autowired EngineClock engineClock;
  @Autowired Clock clock;

  @Test
  @DisplayName("loses what ended long enough ago, and never what still runs")
  void cleanUp() {
    TestModels.deploy(
        repository,
        KEY,
        TestModels.process(KEY).startEvent().userTask("userTask_Wait").endEvent().done(),
        Map.of());
    String ended = runtime.startProcessInstanceByKey(KEY).getId();
    String running = runtime.startProcessInstanceByKey(KEY).getId();
    tasks.complete(tasks.createTaskQuery().processInstanceId(ended).singleResult().getId());

    cleanUp(clock.instant());
    assertThat(remembers(ended)).isTrue();

    Duration timeToLive = Duration.ofDays(timeToLive());
    cleanUp(clock.instant().plus(timeToLive).plus(Duration.ofDays(2)));
    assertThat(remembers(ended)).isFalse();
    assertThat(history.createHistoricTaskInstanceQuery().processInstanceId(ended).count()).isZero();
    assertThat(remembers(running)).isTrue();
    assertThat(tasks.createTaskQuery().processInstanceId(running).count()).isOne();
  }

  @Test
  @DisplayName("is cleaned while the city sleeps")
  void window() {
    DateTimeFormatter form = DateTimeFormatter.ofPattern("HH:mmZ");
    OffsetTime start = OffsetTime.parse(properties.historyCleanupStart(), form);
    OffsetTime end = OffsetTime.parse(properties.historyCleanupEnd(), form);

    assertThat(start.getOffset())
        .as("São Paulo's")
        .isEqualTo(SaoPaulo.ZONE.getRules().getOffset(clock.instant()))
        .isEqualTo(end.getOffset());
    assertThat(start.toLocalTime())
        .isAfterOrEqualTo(LocalTime.of(0, 30))
        .isBefore(end.toLocalTime());
    assertThat(end.toLocalTime()).isBeforeOrEqualTo(LocalTime.of(6, 0));
  }

  private void cleanUp(Instant at) {
    history.cleanUpHistoryAsync(true);
    engineClock.callAt(
        at,
        () -> {
          for (Job job : history.findHistoryCleanupJobs()) {
            management.executeJob(job.getId());
          }
          return null;
        });
  }

  private int timeToLive() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(KEY)
        .latestVersion()
        .singleResult()
        .getHistoryTimeToLive();
  }

  private boolean remembers(String instance) {
    return history.createHistoricProcessInstanceQuery().processInstanceId(instance).count() == 1;
  }
}
