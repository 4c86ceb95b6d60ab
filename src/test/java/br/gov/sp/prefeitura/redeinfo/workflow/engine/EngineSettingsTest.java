package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.plaincamunda.Trap;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.DecisionTables;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The engine")
class EngineSettingsTest {

  private static final String TABLE =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
          namespace="http://camunda.org/schema/1.0/dmn">
        <decision id="test-rule" name="Regra" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
            camunda:historyTimeToLive="P1D">
          <decisionTable id="t" hitPolicy="COLLECT">
            <input id="i"><inputExpression id="ie" typeRef="string"><text>x</text>
            </inputExpression></input>
            <output id="o" name="answer" typeRef="string"/>
            <rule id="r"><inputEntry id="e"><text>"a"</text></inputEntry>
              <outputEntry id="a"><text>"%s"</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  @Autowired ProcessEngine engine;
  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired StandingGrants standingGrants;
  @Autowired DecisionTables tables;
  @Autowired TestPeople people;

  @Test
  @DisplayName("keeps history of level audit with incidents, until it has ended")
  void history() {
    ProcessEngineConfigurationImpl settings = settings();
    assertThat(settings.getHistoryLevel().getName()).isEqualTo("audit-and-incidents");
    assertThat(settings.getHistoryRemovalTimeStrategy()).isEqualTo("end");
    assertThat(settings.isCmmnEnabled()).isFalse();
    assertThat(settings.isMetricsEnabled()).isFalse();
    assertThat(settings.isJobExecutorDeploymentAware()).isFalse();
    assertThat(settings.isAuthorizationEnabled()).isTrue();
    assertThat(settings.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
    assertThat(settings.getFailedJobRetryTimeCycle()).contains(",");
  }

  @Test
  @DisplayName("takes no serialised Java objects, and writes JSON")
  void serialisation() {
    AnswerProcess.deploy(repository);
    assertThatThrownBy(
            () ->
                runtime.startProcessInstanceByKey(
                    AnswerProcess.KEY,
                    Map.of(
                        "office",
                        "x.office",
                        "object",
                        Variables.serializedObjectValue("rO0ABQ==")
                            .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                            .objectTypeName("java.util.ArrayList")
                            .create())))
        .isInstanceOf(ProcessEngineException.class);
    assertThat(settings().getDefaultSerializationFormat()).isEqualTo("application/json");
  }

  @Test
  @DisplayName("makes no object of a class that is not on the list, even where one is stored")
  void deserialisation() {
    AnswerProcess.deploy(repository);
    String id =
        runtime
            .startProcessInstanceByKey(
                AnswerProcess.KEY,
                Map.of(
                    "office",
                    "x.office",
                    "map",
                    storedObject(HashMap.class),
                    "trap",
                    storedObject(Trap.class)))
            .getId();

    assertThat(runtime.getVariable(id, "map")).isEqualTo(Map.of("name", "text"));
    assertThatThrownBy(() -> runtime.getVariable(id, "trap"))
        .rootCause()
        .hasMessageContaining("not whitelisted");
  }

  private static Object storedObject(Class<?> type) {
    return Variables.serializedObjectValue("{\"name\": \"text\"}")
        .serializationDataFormat("application/json")
        .objectTypeName(type.getName())
        .create();
  }

  @Test
  @DisplayName("has few standing grants and writes no authorisation for what happens")
  void grants() {
    AnswerProcess.deploy(repository);
    long before = authorizations.createAuthorizationQuery().count();
    standingGrants.afterSingletonsInstantiated();
    runtime.startProcessInstanceByKey(AnswerProcess.KEY, Map.of("office", "x.office"));
    assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);

    assertThat(may("any.office", Resources.APPLICATION, "tasklist")).isTrue();
    assertThat(may("any.office", Resources.APPLICATION, "cockpit")).isFalse();
    assertThat(may("coordination", Resources.APPLICATION, "admin")).isFalse();
    assertThat(may("camunda-admin", Resources.APPLICATION, "cockpit")).isTrue();
  }

  private ProcessEngineConfigurationImpl settings() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  private boolean may(String group, Resources resource, String id) {
    return authorizations.isUserAuthorized(
        "somebody", List.of(group), Permissions.ACCESS, resource, id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"svma.head", "sub-la.interim-head", "p000123", "svma.chefia", "camunda-admin"})
  @DisplayName("accepts the ids of users and groups as they are")
  void ids(String id) {
    ProcessEngineConfigurationImpl settings = settings();
    assertThat(id).matches(settings.getUserResourceWhitelistPattern());
    assertThat(id).matches(settings.getGroupResourceWhitelistPattern());
  }

  @Test
  @DisplayName("knows people and groups from the directory, and no password")
  void directory() {
    Person head = people.withFunction(Function.HEAD, "sub-la");
    String group = Groups.head("sub-la");

    User user = identity.createUserQuery().userId(head.username()).singleResult();
    assertThat(user.getEmail()).isEqualTo(head.email());
    assertThat(identity.createUserQuery().userIdIn(head.username(), head.username()).list())
        .hasSize(1);
    assertThat(identity.createUserQuery().memberOfGroup(group).list())
        .extracting(User::getId)
        .contains(head.username());
    assertThat(identity.createUserQuery().list()).isEmpty();
    assertThat(identity.createUserQuery().userId("nobody").count()).isZero();
    assertThat(identity.createGroupQuery().groupMember(head.username()).list())
        .extracting(Group::getId)
        .contains(group);
    assertThat(identity.createGroupQuery().groupId(group).singleResult().getName()).isNotBlank();
    assertThat(identity.createGroupQuery().groupId("no-such.head").count()).isZero();
    assertThat(identity.createTenantQuery().count()).isZero();
    assertThat(identity.checkPassword(head.username(), TestPeople.PASSWORD)).isFalse();
    assertThat(identity.isReadOnly()).isTrue();
  }

  @Test
  @DisplayName("shows people each other's names, and nobody's address but their own")
  void addresses() {
    Person head = people.withFunction(Function.HEAD, "sub-la");
    try {
      identity.setAuthentication("somebody", List.of("sme.office"));
      User seen = identity.createUserQuery().userId(head.username()).singleResult();
      assertThat(seen.getFirstName()).isNotBlank();
      assertThat(seen.getEmail()).isNull();
      identity.setAuthentication(head.username(), List.of());
      assertThat(identity.createUserQuery().userId(head.username()).singleResult().getEmail())
          .isEqualTo(head.email());
    } finally {
      identity.clearAuthentication();
    }
  }

  @Test
  @DisplayName("lets a delegate ask the table its instance started with")
  void decisionTables() {
    String old = deployTable("old");
    deployTable("new");
    ExecutionEntity execution = new ExecutionEntity();
    execution.setProcessDefinitionId(old);

    assertThat(tables.evaluate(execution, "test-rule", Map.of("x", "a")))
        .containsExactly(Map.of("answer", "old"));
    assertThat(tables.evaluateLatest("test-rule", Map.of("x", "a")))
        .containsExactly(Map.of("answer", "new"));
    assertThat(tables.evaluateLatest("test-rule", Map.of("x", "b"))).isEmpty();
    assertThatThrownBy(() -> tables.evaluate(execution, "other-rule", Map.of()))
        .hasMessageContaining("other-rule");
  }

  private String deployTable(String answer) {
    String deployment =
        repository
            .createDeployment()
            .addModelInstance(
                "test-asking.bpmn",
                TestModels.process("test-asking").startEvent().endEvent().done())
            .addInputStream(
                "test-rule.dmn",
                new ByteArrayInputStream(TABLE.formatted(answer).getBytes(StandardCharsets.UTF_8)))
            .deploy()
            .getId();
    return repository
        .createProcessDefinitionQuery()
        .deploymentId(deployment)
        .singleResult()
        .getId();
  }
}
