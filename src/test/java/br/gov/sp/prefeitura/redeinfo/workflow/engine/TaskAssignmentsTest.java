package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("A task that somebody has claimed")
class TaskAssignmentsTest {

  private static final String OFFICE = "svma.office";

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired TestPeople people;
  @Autowired NominationLife life;
  @Autowired JdbcClient jdbc;

  private Person owner;
  private Person colleague;
  private Person coordinator;
  private String taskId;

  @BeforeEach
  void claimed() {
    AnswerProcess.deploy(repository);
    owner = people.withFunction(Function.OFFICE, "svma");
    colleague = people.withFunction(Function.OFFICE, "svma");
    coordinator = people.withFunction(Function.COORDINATION, "svma");
    String instance =
        runtime
            .startProcessInstanceByKey(
                AnswerProcess.KEY, UUID.randomUUID().toString(), Map.of("office", OFFICE))
            .getId();
    taskId = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
    tasks.setAssignee(taskId, owner.username());
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Test
  @DisplayName(
      "passes to somebody else it is offered to, or back to the group, by the coordination")
  void handedOver() {
    signIn(coordinator, "coordination");
    tasks.setAssignee(taskId, colleague.username());
    assertThat(assignee()).isEqualTo(colleague.username());
    signIn(coordinator, "coordination");
    tasks.setAssignee(taskId, null);
    assertThat(assignee()).isNull();
  }

  @Test
  @DisplayName("passes to nobody it is not offered to, the coordination itself included")
  void notToStrangers() {
    Person stranger = people.withFunction(Function.OFFICE, "sme");
    signIn(coordinator, "coordination");
    for (String user : List.of(stranger.username(), coordinator.username(), "nobody")) {
      assertRefused(() -> tasks.setAssignee(taskId, user), "task.not-offered-to-them");
    }
    assertRefused(() -> tasks.claim(taskId, coordinator.username()), "task.not-yours");
    assertThat(assignee()).isEqualTo(owner.username());
  }

  @Test
  @DisplayName("stays with the one person it was made for")
  void personal() {
    tasks.deleteCandidateGroup(taskId, OFFICE);
    signIn(coordinator, "coordination");
    assertRefused(() -> tasks.setAssignee(taskId, colleague.username()), "task.only-theirs");
    assertRefused(() -> tasks.setAssignee(taskId, null), "task.only-theirs");
    assertThat(assignee()).isEqualTo(owner.username());
  }

  @Test
  @DisplayName("is not taken away by anybody else: not by colleagues, auditors or administrators")
  void nobodyElse() {
    for (String group : List.of(OFFICE, "auditor", "camunda-admin")) {
      signIn(colleague, group);
      for (String user : new String[] {colleague.username(), owner.username(), null}) {
        assertThatThrownBy(() -> tasks.setAssignee(taskId, user)).isInstanceOf(Refusal.class);
      }
      assertThat(assignee()).isEqualTo(owner.username());
    }
  }

  @Test
  @DisplayName("is handed over through Tasklist's own request, which others are refused")
  void overHttp() {
    assertThat(assign(people.signIn(colleague), colleague).statusCode()).isEqualTo(403);
    assertThat(assignee()).isEqualTo(owner.username());
    HttpResponse<String> answer = assign(people.signIn(coordinator), colleague);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(assignee()).isEqualTo(colleague.username());
    assertThat(onRecord())
        .containsExactly(
            List.of("task.assigned", coordinator.id(), "person", owner.id(), colleague.id()));
  }

  @Test
  @DisplayName("names on record who had it, whoever gets it: nobody, or the coordination itself")
  void onRecordInPlaceOfWhom() {
    signIn(coordinator, "coordination");
    tasks.setAssignee(taskId, null);
    identity.clearAuthentication();
    tasks.setAssignee(taskId, owner.username());
    Person ofTheOffice = people.withFunction(Function.OFFICE, "svma");
    life.appoint(ofTheOffice, Function.COORDINATION, life.body());
    assertThat(assign(people.signIn(ofTheOffice), ofTheOffice).statusCode()).isEqualTo(204);

    assertThat(assignee()).isEqualTo(ofTheOffice.username());
    assertThat(onRecord())
        .containsExactly(
            Arrays.asList("task.put-back", coordinator.id(), "person", owner.id(), null),
            Arrays.asList("task.taken-over", ofTheOffice.id(), "person", owner.id(), null));
  }

  /** Action, who did it, in place of whom, and to whom it went. */
  private List<List<Object>> onRecord() {
    return jdbc.sql(
            """
            SELECT action, actor_id, in_place_of_kind, in_place_of_id, person_id FROM audit_entry
             WHERE subject_type = 'task' AND subject_id = :task ORDER BY id
            """)
        .param("task", taskId)
        .query(
            (row, number) ->
                Arrays.asList(
                    row.getObject(1),
                    row.getObject(2),
                    row.getObject(3),
                    row.getObject(4),
                    row.getObject(5)))
        .list();
  }

  private HttpResponse<String> assign(Visitor by, Person to) {
    return by.postJson(
        "/camunda/api/engine/engine/default/task/" + taskId + "/assignee",
        "{\"userId\": \"" + to.username() + "\"}");
  }

  private void signIn(Person person, String group) {
    identity.setAuthentication(person.username(), List.of(group));
  }

  private String assignee() {
    identity.clearAuthentication();
    return tasks.createTaskQuery().taskId(taskId).singleResult().getAssignee();
  }

  private static void assertRefused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal).hasMessageContaining(code));
  }
}
