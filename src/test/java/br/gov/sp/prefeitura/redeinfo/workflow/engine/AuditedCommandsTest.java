package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cmd.AbstractSetStateCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAuthorizationCommand;
import org.camunda.bpm.engine.impl.cmd.CreateFilterCmd;
import org.camunda.bpm.engine.impl.cmd.CreateGroupQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("A command that people may send to the engine")
class AuditedCommandsTest {

  private static final String KEY = "test-operated";
  private static final String ENGINE = "/camunda/api/engine/engine/default";

  /** By command, why nothing goes on record here. */
  private static final Map<Class<?>, String> NOT_RECORDED_BY_CLASS =
      Map.of(
          SubmitTaskFormCmd.class, "the module's listener puts on record what was decided",
          CompleteTaskCmd.class, "likewise",
          CreateAuthorizationCommand.class, "makes an empty object; saving it is on record",
          CreateFilterCmd.class, "likewise",
          AuthorizationCheckCmd.class, "only asks",
          CheckPassword.class, "only asks, and always hears no",
          CreateUserQueryCmd.class, "only asks",
          CreateGroupQueryCmd.class, "only asks",
          CreateTenantQueryCmd.class, "only asks");

  /** Put on record by {@link TaskCommands}, which knows the task. */
  private static final Set<Class<?>> BY_TASK_COMMANDS =
      Set.of(ClaimTaskCmd.class, AssignTaskCmd.class, AddCommentCmd.class, SaveTaskCmd.class);

  @Autowired PersonRules rules;
  @Autowired TestPeople people;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("reads, goes on record, or has a reason not to")
  void hasADecision() {
    Set<Class<?>> writing =
        Stream.concat(rules.commands().stream(), AdministratorCommands.operations().stream())
            .filter(type -> !type.getSimpleName().matches("(Get|Is|Find).+"))
            .collect(Collectors.toSet());
    assertThat(writing)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            type ->
                assertThat(
                        NOT_RECORDED_BY_CLASS.containsKey(type)
                            || BY_TASK_COMMANDS.contains(type)
                            // Its four kinds are recorded one by one.
                            || type == AbstractSetStateCmd.class
                            || AuditedCommands.all().containsKey(type))
                    .as(type.getSimpleName())
                    .isTrue());
  }

  @Test
  @DisplayName("has the fields that name what it is done to")
  void hasItsFields() {
    AuditedCommands.all()
        .forEach(
            (type, audited) ->
                audited
                    .subjectFields()
                    .forEach(
                        field ->
                            assertThat(has(type, field.replaceFirst("\\..*", "")))
                                .as("%s.%s", type.getSimpleName(), field)
                                .isTrue()));
  }

  private static boolean has(Class<?> type, String field) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (Stream.of(at.getDeclaredFields()).anyMatch(found -> found.getName().equals(field))) {
        return true;
      }
    }
    return false;
  }

  @Test
  @DisplayName("as technical administration goes on record with what it was done to")
  void administration() {
    TestModels.deploy(
        repository,
        KEY,
        TestModels.process(KEY)
            .startEvent()
            .serviceTask("serviceTask_Wait")
            .name("Esperar")
            .camundaAsyncBefore()
            .camundaExpression("${null}")
            .endEvent()
            .done(),
        Map.of());
    String instance = runtime.startProcessInstanceByKey(KEY, UUID.randomUUID().toString()).getId();
    String job = management.createJobQuery().processInstanceId(instance).singleResult().getId();
    Person administrator = people.withFunction(Function.ADMINISTRATOR, "cgm");
    Visitor cockpit = people.signIn(administrator);

    ok(put(cockpit, "/job/" + job + "/retries", "{\"retries\":2}"));
    assertThat(cockpit.postJson(ENGINE + "/job/" + job + "/duedate/recalculate", "{}").statusCode())
        .as("it is no timer")
        .isEqualTo(400);
    ok(put(cockpit, "/process-instance/" + instance + "/suspended", "{\"suspended\":true}"));
    ok(put(cockpit, "/process-instance/" + instance + "/suspended", "{\"suspended\":false}"));
    ok(
        cockpit.write(
            "DELETE",
            ENGINE + "/process-instance/" + instance,
            "application/json",
            BodyPublishers.noBody()));

    assertThat(of(job, administrator)).containsExactly("job.retries-set");
    assertThat(of(instance, administrator))
        .containsExactly("instance.state-set", "instance.state-set", "instance.deleted");
  }

  @Test
  @DisplayName("leaves nothing on record when it fails")
  void failure() {
    Person administrator = people.withFunction(Function.ADMINISTRATOR, "cgm");
    String unknown = UUID.randomUUID().toString();

    HttpResponse<String> answer =
        people
            .signIn(administrator)
            .write(
                "DELETE",
                ENGINE + "/process-instance/" + unknown,
                "application/json",
                BodyPublishers.noBody());

    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(of(unknown, administrator)).isEmpty();
  }

  private static HttpResponse<String> put(Visitor visitor, String path, String json) {
    return visitor.write("PUT", ENGINE + path, "application/json", BodyPublishers.ofString(json));
  }

  private static void ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  private List<String> of(String subject, Person by) {
    return jdbc.sql(
            """
            SELECT action FROM audit_entry
             WHERE subject_id = ? AND actor_id = ? AND channel = 'cockpit' AND address IS NOT NULL
             ORDER BY id
            """)
        .params(subject, by.id())
        .query(String.class)
        .list();
  }
}
