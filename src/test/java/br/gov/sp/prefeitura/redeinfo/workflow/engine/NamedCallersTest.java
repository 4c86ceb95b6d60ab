package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Other threads than the test's own speak in nobody's name (see {@link TestsAreTheApplication}).
 */
@IntegrationTest
@DisplayName("Variables come into the engine")
class NamedCallersTest {

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired ProcessRuntime port;

  private final String business = UUID.randomUUID().toString();

  @Test
  @DisplayName("not from a thread that says in nobody's name who it is")
  void nobody() {
    AnswerProcess.deploy(repository);
    String instance = port.start(AnswerProcess.KEY, business, Map.of("office", "x.office"));
    String task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
    List<Runnable> ways =
        List.of(
            () -> runtime.startProcessInstanceByKey(AnswerProcess.KEY),
            () -> runtime.setVariable(instance, "decision", "yes"),
            () -> runtime.correlateMessage("withdrawal", business),
            () -> tasks.setVariablesLocal(task, Map.of("decision", "yes")),
            () -> tasks.complete(task, Map.of("decision", "yes")));
    assertThat(ways)
        .allSatisfy(
            way ->
                assertThatThrownBy(() -> CompletableFuture.runAsync(way).join())
                    .hasCauseInstanceOf(Refusal.class));
    assertThat(runtime.getVariables(instance)).containsOnlyKeys("office");
  }

  @Test
  @DisplayName("by the application's ports from any thread, whoever has signed in there")
  void ports() {
    AnswerProcess.deploy(repository);
    String started =
        CompletableFuture.supplyAsync(
                () -> {
                  identity.setAuthentication("somebody", List.of("any.office"));
                  try {
                    String id =
                        port.start(AnswerProcess.KEY, business, Map.of("office", "x.office"));
                    assertThat(identity.getCurrentAuthentication().getUserId())
                        .isEqualTo("somebody");
                    return id;
                  } finally {
                    identity.clearAuthentication();
                  }
                })
            .join();
    assertThat(runtime.getVariable(started, "office")).isEqualTo("x.office");
  }
}
