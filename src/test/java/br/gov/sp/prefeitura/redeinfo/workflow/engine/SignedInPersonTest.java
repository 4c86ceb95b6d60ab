package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("A signed-in person")
class SignedInPersonTest {

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired HistoryService history;
  @Autowired IdentityService identity;
  @Autowired AnswerProcess process;
  @Autowired TestPeople people;

  private final String business = UUID.randomUUID().toString();
  private final String office = "b" + business.substring(0, 8) + ".office";
  private final String me = "a" + business.substring(0, 8);
  private final String colleague = "c" + business.substring(0, 8);
  private String taskId;
  private String instanceId;

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

  @Test
  @DisplayName("finds a task offered to a group of theirs by query, count, filter and id")
  void seesOffered() {
    signIn(me, office);
    assertThat(tasks.createTaskQuery().list()).extracting(Task::getId).containsExactly(taskId);
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
    assertThat(tasks.createTaskQuery().list()).isEmpty();
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
    assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(instanceId).list())
        .isEmpty();
  }

  @Test
  @DisplayName("reads nothing of instances and history that definitions' grants do not give")
  void historyIsClosed() {
    signIn(me, office);
    tasks.claim(taskId, me);
    assertThat(history.createHistoricTaskInstanceQuery().list()).isEmpty();
    assertThat(history.createHistoricTaskInstanceQuery().taskId(taskId).count()).isEqualTo(1);
    assertThat(history.createHistoricProcessInstanceQuery().list()).isEmpty();
    assertThat(history.createHistoricVariableInstanceQuery().list()).isEmpty();
    assertThat(history.createHistoricActivityInstanceQuery().list()).isEmpty();
    assertThat(history.createHistoricDetailQuery().list()).isEmpty();
    assertThat(history.createHistoricIdentityLinkLogQuery().list()).isEmpty();
    assertThat(history.createUserOperationLogQuery().list()).isEmpty();
    assertThat(runtime.createProcessInstanceQuery().list()).isEmpty();
    assertThat(runtime.createExecutionQuery().list()).isEmpty();
    assertThat(runtime.createIncidentQuery().list()).isEmpty();
  }

  @Test
  @DisplayName(
      "reads of process variables only what lists show, of instances with a task of theirs")
  void listedVariables() {
    signIn(me, office);
    assertThat(tasks.getVariables(taskId)).containsOnlyKeys("subject");
    assertThat(tasks.getVariable(taskId, "internalFlag")).isNull();
    assertThat(tasks.<TypedValue>getVariableTyped(taskId, "internalFlag")).isNull();
    assertThat(runtime.createVariableInstanceQuery().list())
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
      assertThat(tasks.getVariables(taskId)).containsKey("internalFlag");
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
  @DisplayName("completes their task with its form; what they typed never becomes a variable")
  void completes() {
    signIn(me, office);
    tasks.claim(taskId, me);
    VariableMap answer =
        forms.submitTaskFormWithVariablesInReturn(
            taskId, Map.of("choice", "no", "reason", "Falta gente", "fixed", "forged"), false);
    identity.clearAuthentication();

    assertThat(answer).isEmpty();
    assertThat(process.submissions.get(business).text("reason")).isEqualTo("Falta gente");
    assertThat(process.submissions.get(business).person()).isEqualTo(me);
    assertThat(process.submissions.get(business).has("fixed")).isFalse();
    assertThat(runtime.getVariables(instanceId))
        .containsOnlyKeys("office", "subject", "internalFlag", "decision")
        .containsEntry("decision", "no");
    assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(instanceId).list())
        .extracting("name")
        .containsExactlyInAnyOrder("office", "subject", "internalFlag", "decision");
    assertThat(
            history.createHistoricDetailQuery().processInstanceId(instanceId).formFields().list())
        .isEmpty();
  }

  @Test
  @DisplayName("is told every field that is wrong, and nothing has happened")
  void refusedSubmission() {
    signIn(me, office);
    tasks.claim(taskId, me);
    assertThatThrownBy(
            () ->
                tasks.complete(
                    taskId, Map.of("choice", "no", "approved", true, "note", "x\u0000y")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(Violation::field, Violation::code)
                    .containsExactlyInAnyOrder(
                        tuple("approved", "form.unknown-input"),
                        tuple("reason", "form.required"),
                        tuple("note", "form.characters")));
    assertThat(tasks.createTaskQuery().taskId(taskId).count()).isEqualTo(1);
  }

  @Test
  @DisplayName("gets a listener's refusal as the refusal it is, and keeps the task")
  void listenerRefuses() {
    signIn(me, office);
    tasks.claim(taskId, me);
    assertRefused(
        () -> forms.submitTaskForm(taskId, Map.of("choice", "yes", "note", "refuse me")),
        Refusal.Kind.INVALID,
        "form.pattern");
    assertThat(tasks.createTaskQuery().taskId(taskId).singleResult().getAssignee()).isEqualTo(me);
  }

  @Test
  @DisplayName("completes only what they have claimed, and claims only for themselves")
  void onlyTheAssignee() {
    signIn(me, office);
    assertRefused(
        () -> tasks.complete(taskId, Map.of("choice", "yes")),
        Refusal.Kind.CONFLICT,
        "task.not-claimed");
    assertRefused(() -> tasks.claim(taskId, colleague), Refusal.Kind.FORBIDDEN, "task.assign");
    tasks.claim(taskId, me);

    signIn(colleague, office);
    assertRefused(
        () -> tasks.complete(taskId, Map.of("choice", "yes")), Refusal.Kind.CONFLICT, "task.taken");
    assertRefused(() -> tasks.claim(taskId, colleague), Refusal.Kind.CONFLICT, "task.taken");
    assertRefused(() -> tasks.setAssignee(taskId, null), Refusal.Kind.CONFLICT, "task.taken");

    signIn(me, office);
    tasks.setAssignee(taskId, null);
    signIn(colleague, office);
    tasks.claim(taskId, colleague);
    forms.submitTaskForm(taskId, Map.of("choice", "yes"));
    signIn(me, office);
    assertRefused(
        () -> forms.submitTaskForm(taskId, Map.of("choice", "yes")),
        Refusal.Kind.CONFLICT,
        "task.gone");
  }

  @Test
  @DisplayName("cannot put back a task that is theirs alone")
  void onlyYours() {
    tasks.deleteCandidateGroup(taskId, office);
    tasks.setAssignee(taskId, me);
    signIn(me);
    assertThat(tasks.createTaskQuery().list()).extracting(Task::getId).containsExactly(taskId);
    assertRefused(() -> tasks.setAssignee(taskId, null), Refusal.Kind.FORBIDDEN, "task.only-yours");
  }

  @Test
  @DisplayName(
      "has no other way to write variables or to steer an instance, not even as administrator")
  void noOtherWay() {
    for (String group : List.of(office, "camunda-admin")) {
      signIn(me, office, group);
      if (tasks.createTaskQuery().taskId(taskId).singleResult().getAssignee() == null) {
        tasks.claim(taskId, me);
      }
      List<ThrowingCallable> ways =
          List.of(
              () -> tasks.setVariable(taskId, "decision", "yes"),
              () -> tasks.setVariables(taskId, Map.of("decision", "yes")),
              () -> tasks.setVariableLocal(taskId, "decision", "yes"),
              () -> tasks.setVariablesLocal(taskId, Map.of("decision", "yes")),
              () -> tasks.removeVariable(taskId, "office"),
              () -> runtime.setVariable(instanceId, "decision", "yes"),
              () -> runtime.setVariablesLocal(instanceId, Map.of("decision", "yes")),
              () -> runtime.removeVariable(instanceId, "office"),
              () -> runtime.startProcessInstanceByKey(AnswerProcess.KEY),
              () -> runtime.correlateMessage("withdrawal", business),
              () -> runtime.signalEventReceived("any"),
              () -> runtime.signal(instanceId),
              () ->
                  runtime
                      .createProcessInstanceModification(instanceId)
                      .startBeforeActivity("userTask_Read")
                      .execute(),
              () -> forms.submitStartForm(latestDefinition(), Map.of("a", "b")),
              () -> tasks.resolveTask(taskId, Map.of("decision", "yes")),
              () -> tasks.delegateTask(taskId, colleague),
              () -> tasks.handleBpmnError(taskId, "returned", "x", Map.of("a", "b")),
              () -> tasks.handleEscalation(taskId, "x", Map.of("a", "b")),
              () -> tasks.addCandidateGroup(taskId, "other.office"),
              () -> tasks.addCandidateUser(taskId, colleague),
              () -> tasks.deleteCandidateGroup(taskId, office),
              () -> tasks.setOwner(taskId, colleague),
              () -> tasks.setPriority(taskId, 3),
              () -> tasks.setDueDate(taskId, new Date()),
              () -> tasks.deleteTask(taskId),
              () -> tasks.createAttachment("t", taskId, null, "n", "d", "http://example.org"),
              () ->
                  repository.createDeployment().addString("x.form", TestModels.form("x")).deploy());
      assertThat(ways)
          .allSatisfy(way -> assertRefused(way, Refusal.Kind.FORBIDDEN, "engine.operation"));
    }
  }

  @Test
  @DisplayName("sends values of any type without any of them being read as a class")
  void hostileTypes() {
    signIn(me, office);
    tasks.claim(taskId, me);
    List<Supplier<Object>> hostile =
        List.of(
            () ->
                Variables.serializedObjectValue("[\"x\"]")
                    .serializationDataFormat("application/json")
                    .objectTypeName("java.util.ArrayList")
                    .create(),
            () ->
                Variables.serializedObjectValue("rO0ABQ==")
                    .serializationDataFormat("application/x-java-serialized-object")
                    .objectTypeName("java.lang.Runtime")
                    .create(),
            () -> Variables.byteArrayValue(new byte[] {1}),
            () -> Variables.fileValue("a.txt").file(new byte[] {1}).create(),
            () -> Variables.dateValue(new Date()),
            () -> Variables.integerValue(7),
            () -> Variables.booleanValue(true));
    assertThat(hostile)
        .allSatisfy(
            value ->
                assertRefused(
                    () ->
                        forms.submitTaskForm(taskId, Map.of("choice", "yes", "note", value.get())),
                    Refusal.Kind.INVALID,
                    "form.type"));
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

  private String deployment() {
    return repository.getProcessDefinition(latestDefinition()).getDeploymentId();
  }

  private String latestDefinition() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(AnswerProcess.KEY)
        .latestVersion()
        .singleResult()
        .getId();
  }

  private void signIn(String userId, String... groups) {
    identity.setAuthentication(userId, List.of(groups));
  }

  private static void assertRefused(ThrowingCallable call, Refusal.Kind kind, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(kind);
              assertThat(refusal.violations()).extracting(Violation::code).containsOnly(code);
            });
  }
}
