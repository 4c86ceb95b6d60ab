package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IntegrationTest
@DisplayName("A signed-in person who acts")
class SignedInPersonActsTest extends OneAnswerTask {

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
    assertThat(
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instanceId)
                .listPage(0, 100))
        .extracting("name")
        .containsExactlyInAnyOrder("office", "subject", "internalFlag", "decision");
    assertThat(
            history
                .createHistoricDetailQuery()
                .processInstanceId(instanceId)
                .formFields()
                .listPage(0, 100))
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
    assertThat(tasks.createTaskQuery().listPage(0, 100))
        .extracting(Task::getId)
        .containsExactly(taskId);
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
}
