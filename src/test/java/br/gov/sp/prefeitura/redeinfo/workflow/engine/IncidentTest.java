package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime.Incident;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("A step that keeps failing")
class IncidentTest {

  private static final String KEY = "test-failing";

  @Autowired RepositoryService repository;
  @Autowired ManagementService management;
  @Autowired HistoryService history;
  @Autowired ProcessRuntime runtime;

  @Test
  @DisplayName("is tried again with growing pauses, becomes an incident, and a retry heals it")
  void healedByRetry() {
    String business = UUID.randomUUID().toString();
    TestModels.deploy(
        repository,
        KEY,
        TestModels.process(KEY)
            .startEvent()
            .serviceTask("serviceTask_Fail")
            .name("Gravar")
            .camundaAsyncBefore()
            .camundaExpression("${healed ? null : unknownBean.run()}")
            .endEvent()
            .done(),
        Map.of());
    String instance = runtime.start(KEY, business, Map.of("healed", false));

    int attempts = 0;
    while (job(instance).getRetries() > 0) {
      run(job(instance));
      attempts++;
    }

    assertThat(attempts).isEqualTo(5);
    List<Incident> incidents = runtime.incidents(KEY, List.of(business, "another"));
    assertThat(incidents).hasSize(1);
    assertThat(incidents.get(0).activityName()).isEqualTo("Gravar");
    assertThat(incidents.get(0).businessKey()).isEqualTo(business);

    runtime.retry(incidents.get(0).id());
    assertThat(runtime.incidents(KEY, List.of(business))).isEmpty();
    assertThat(job(instance).getRetries()).isEqualTo(1);
    assertThat(history.createHistoricIncidentQuery().processInstanceId(instance).count())
        .isEqualTo(1);
    assertThatThrownBy(() -> runtime.retry(incidents.get(0).id()))
        .hasMessage("process.incident-gone");
  }

  private Job job(String instance) {
    return management.createJobQuery().processInstanceId(instance).singleResult();
  }

  private void run(Job job) {
    assertThatThrownBy(() -> management.executeJob(job.getId())).isNotNull();
  }
}
