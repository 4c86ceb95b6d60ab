package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("A signed-in person")
class SignedInPersonTest extends OneAnswerTask {

  @Autowired TestPeople people;

  @Test
  @DisplayName("finds a task offered to a group of theirs by query, count, filter and id")
  void seesOffered() {
    signIn(me, office);
    assertThat(tasks.createTaskQuery().listPage(0, 100))
        .extracting(Task::getId)
        .containsExactly(taskId);
    assertThat(tasks.createTaskQuery().count()).isEqualTo(1);
    assertThat(tasks.createTaskQuery().taskCandidateGroup(office).count()).isEqualTo(1);
    assertThat(tasks.createTaskQuery().or().taskName("x").taskNameLike("%").endOr().count())
        .isEqualTo(1);
    assertThat(tasks.getIdentityLinksForTask(taskId)).hasSize(1);
    assertThat(forms.getTaskFormData(taskId).getCamundaFormRef().getKey())
        .isEqualTo(AnswerProcess.KEY);
    assertThat(forms.getDeployedTaskForm(taskId)).isNotNull();
    assertThat(tasks.getTaskComments(taskId)).isEmpty();
  }

  @Test
  @DisplayName("does not meet other people's tasks in any query, nor by id")
  void doesNotSeeOthers() {
    signIn(colleague, "other.office");
    assertThat(tasks.createTaskQuery().listPage(0, 100)).isEmpty();
    assertThat(tasks.createTaskQuery().taskId(taskId).count()).isZero();
    assertThat(tasks.createTaskQuery().taskCandidateGroup(office).count()).isZero();
    assertThat(tasks.createTaskQuery().or().taskId(taskId).taskNameLike("%").endOr().count())
        .isZero();
    List<ThrowingCallable> reads =
        List.of(
            () -> tasks.getIdentityLinksForTask(taskId),
            () -> tasks.getVariables(taskId),
            () -> tasks.getVariable(taskId, "subject"),
            () -> tasks.getTaskComments(taskId),
            () -> tasks.getTaskAttachments(taskId),
            () -> tasks.getTaskEvents(taskId),
            () -> tasks.getSubTasks(taskId),
            () -> forms.getTaskFormData(taskId),
            () -> forms.getTaskFormVariables(taskId),
            () -> forms.getDeployedTaskForm(taskId),
            () -> forms.getRenderedTaskForm(taskId),
            () -> tasks.claim(taskId, colleague),
            () -> tasks.complete(taskId),
            () -> tasks.createComment(taskId, null, "hello"));
    assertThat(reads)
        .allSatisfy(read -> assertRefused(read, Refusal.Kind.NOT_FOUND, "task.unknown"));
    assertThat(
            runtime.createVariableInstanceQuery().processInstanceIdIn(instanceId).listPage(0, 100))
        .isEmpty();
  }

  @Test
  @DisplayName("reads nothing of instances and history that definitions' grants do not give")
  void historyIsClosed() {
    signIn(me, office);
    tasks.claim(taskId, me);
    assertThat(history.createHistoricTaskInstanceQuery().listPage(0, 100)).isEmpty();
    assertThat(history.createHistoricTaskInstanceQuery().taskId(taskId).count()).isEqualTo(1);
    assertThat(history.createHistoricProcessInstanceQuery().listPage(0, 100)).isEmpty();
    assertThat(history.createHistoricVariableInstanceQuery().listPage(0, 100)).isEmpty();
    assertThat(history.createHistoricActivityInstanceQuery().listPage(0, 100)).isEmpty();
    assertThat(history.createHistoricDetailQuery().listPage(0, 100)).isEmpty();
    assertThat(history.createHistoricIdentityLinkLogQuery().listPage(0, 100)).isEmpty();
    assertThat(history.createUserOperationLogQuery().listPage(0, 100)).isEmpty();
    assertThat(runtime.createProcessInstanceQuery().listPage(0, 100)).isEmpty();
    assertThat(runtime.createExecutionQuery().listPage(0, 100)).isEmpty();
    assertThat(runtime.createIncidentQuery().listPage(0, 100)).isEmpty();
  }

  @Test
  @DisplayName(
      "reads of process variables only what lists show, of instances with a task of theirs")
  void listedVariables() {
    signIn(me, office);
    assertThat(tasks.getVariables(taskId)).containsOnlyKeys("subject");
    assertThat(tasks.getVariable(taskId, "internalFlag")).isNull();
    assertThat(tasks.<TypedValue>getVariableTyped(taskId, "internalFlag")).isNull();
    assertThat(runtime.createVariableInstanceQuery().listPage(0, 100))
        .extracting(variable -> variable.getName() + "=" + variable.getValue())
        .containsExactly("subject=SVMA");
    assertThat(
            runtime
                .createVariableInstanceQuery()
                .variableScopeIdIn(instanceId, taskId)
                .variableNameIn("subject", "internalFlag")
                .count())
        .isEqualTo(1);
    assertThat(runtime.createVariableInstanceQuery().variableName("internalFlag").count()).isZero();
  }

  @Test
  @DisplayName("who coordinates or audits reads all tasks, and gains no right to act by it")
  void readers() {
    for (String group : List.of("coordination", "auditor")) {
      signIn("reader", group);
      assertThat(tasks.createTaskQuery().taskId(taskId).count()).isEqualTo(1);
      assertThat(forms.getTaskFormVariables(taskId)).containsKey("about");
      assertThat(tasks.getVariables(taskId)).containsOnlyKeys("subject");
      assertThat(tasks.getVariable(taskId, "internalFlag")).isNull();
      assertThat(history.createHistoricProcessInstanceQuery().processInstanceId(instanceId).count())
          .isEqualTo(1);
      assertRefused(() -> tasks.claim(taskId, "reader"), Refusal.Kind.FORBIDDEN, "task.not-yours");
      assertRefused(
          () -> forms.submitTaskForm(taskId, Map.of("choice", "yes")),
          Refusal.Kind.FORBIDDEN,
          "task.not-yours");
    }
  }

  @Test
  @DisplayName("is shown by a form what the module gives, as far as the form mentions it")
  void formVariables() {
    signIn(me, office);
    VariableMap shown = forms.getTaskFormVariables(taskId, null, false);
    assertThat(shown).containsOnlyKeys("about", "rows");
    assertThat(shown.get("about")).isEqualTo("instance " + business + " for " + me);
    assertThat(shown.<TypedValue>getValueTyped("rows").getType().getName()).isEqualTo("json");
    assertThat(forms.getTaskFormVariables(taskId, List.of("about"), false))
        .containsOnlyKeys("about");
  }

  @Test
  @DisplayName("reads and writes comments on a task of theirs in Tasklist, and on no other")
  void comments() {
    tasks.addCandidateGroup(taskId, Groups.office("svma"));
    String path = "/camunda/api/engine/engine/default/task/" + taskId + "/comment";
    Visitor officer = people.signIn(people.withFunction(Function.OFFICE, "svma"));
    String comment = "{\"message\": \"Falta a assinatura\"}";

    assertThat(officer.postJson(path + "/create", comment).statusCode()).isEqualTo(200);
    assertThat(officer.getJson(path).body()).contains("Falta a assinatura");
    String unstorable = "{\"message\": \"a\\u0000b\"}";
    assertThat(officer.postJson(path + "/create", unstorable).statusCode()).isEqualTo(400);
    Visitor stranger = people.signIn(people.withFunction(Function.OFFICE, "sme"));
    assertThat(stranger.getJson(path).statusCode()).isEqualTo(404);
    assertThat(stranger.postJson(path + "/create", comment).statusCode()).isBetween(400, 404);
    assertThat(tasks.getTaskComments(taskId)).hasSize(1);
  }

  @Test
  @DisplayName("who administers sees all, retries and suspends")
  void administrator() {
    tasks.setAssignee(taskId, me);
    signIn("admin", "camunda-admin");
    assertThat(tasks.createTaskQuery().taskId(taskId).count()).isEqualTo(1);
    assertThat(runtime.getVariables(instanceId)).containsKey("internalFlag");
    assertThat(tasks.createTaskReport().taskCountByCandidateGroup()).isNotEmpty();
    assertThat(runtime.getActivityInstance(instanceId)).isNotNull();
    assertThat(repository.getDeploymentResources(deployment())).isNotEmpty();
    runtime.suspendProcessInstanceById(instanceId);
    signIn(me, office);
    assertRefused(
        () -> forms.submitTaskForm(taskId, Map.of("choice", "yes")),
        Refusal.Kind.CONFLICT,
        "task.suspended");
    signIn("admin", "camunda-admin");
    runtime.activateProcessInstanceById(instanceId);
  }
}
