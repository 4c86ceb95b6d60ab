package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A task of the process {@link AnswerProcess}, and people who meet it in the engine. */
abstract class OneAnswerTask {

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired HistoryService history;
  @Autowired IdentityService identity;
  @Autowired AnswerProcess process;

  final String business = UUID.randomUUID().toString();
  final String office = "b" + business.substring(0, 8) + ".office";
  final String me = "a" + business.substring(0, 8);
  final String colleague = "c" + business.substring(0, 8);
  String taskId;
  String instanceId;

  @BeforeEach
  void start() {
    AnswerProcess.deploy(repository);
    instanceId =
        runtime
            .startProcessInstanceByKey(
                AnswerProcess.KEY,
                business,
                Map.of("office", office, "subject", "SVMA", "internalFlag", "x"))
            .getId();
    taskId = tasks.createTaskQuery().processInstanceId(instanceId).singleResult().getId();
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  String deployment() {
    return repository.getProcessDefinition(latestDefinition()).getDeploymentId();
  }

  String latestDefinition() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(AnswerProcess.KEY)
        .latestVersion()
        .singleResult()
        .getId();
  }

  void signIn(String userId, String... groups) {
    identity.setAuthentication(userId, List.of(groups));
  }

  static void assertRefused(ThrowingCallable call, Refusal.Kind kind, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(kind);
              assertThat(refusal.violations()).extracting(Violation::code).containsOnly(code);
            });
  }
}
