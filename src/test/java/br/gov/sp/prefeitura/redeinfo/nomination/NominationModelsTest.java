package br.gov.sp.prefeitura.redeinfo.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess;
import br.gov.sp.prefeitura.redeinfo.nomination.process.NominationRoundProcess;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
@DisplayName("The models of the nomination")
class NominationModelsTest {

  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)(?:\\.\\w+\\(\\w+\\))?}");

  @Autowired RepositoryService repository;
  @Autowired ApplicationContext context;

  @ParameterizedTest
  @ValueSource(strings = {NominationApprovalProcess.KEY, NominationRoundProcess.KEY})
  @DisplayName("are deployed with a time to live, and name only beans that exist")
  void areDeployed(String key) {
    ProcessDefinition definition = latest(key);
    assertThat(definition.getResourceName()).isEqualTo(key + ".bpmn");
    assertThat(definition.getHistoryTimeToLive()).isEqualTo(1825);
    BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
    List<String> expressions = new ArrayList<>();
    all(model, ServiceTask.class).forEach(t -> expressions.add(t.getCamundaDelegateExpression()));
    all(model, SendTask.class).forEach(t -> expressions.add(t.getCamundaDelegateExpression()));
    all(model, BusinessRuleTask.class)
        .forEach(t -> expressions.add(t.getCamundaDelegateExpression()));
    all(model, CamundaTaskListener.class)
        .forEach(t -> expressions.add(t.getCamundaDelegateExpression()));
    all(model, UserTask.class).forEach(t -> expressions.add(t.getCamundaDueDate()));
    assertThat(expressions).isNotEmpty().doesNotContainNull();
    for (String expression : expressions) {
      Matcher matcher = BEAN.matcher(expression);
      assertThat(matcher.matches()).as(expression).isTrue();
      assertThat(context.containsBean(matcher.group(1))).as(matcher.group(1)).isTrue();
    }
  }

  @Test
  @DisplayName("have exactly the user tasks and reminders that the code knows")
  void constantsMatch() {
    BpmnModelInstance model = approval();
    assertThat(ids(all(model, UserTask.class)))
        .containsExactlyInAnyOrderElementsOf(NominationApprovalProcess.STEPS.keySet());
    assertThat(ids(all(model, SendTask.class)).filter(id -> id.startsWith("sendTask_Remind")))
        .containsExactlyInAnyOrderElementsOf(NominationApprovalProcess.REMINDERS.keySet());
    assertThat(NominationApprovalProcess.REMINDERS.values())
        .containsExactlyInAnyOrderElementsOf(NominationApprovalProcess.STEPS.keySet());
    assertThat(all(model, Message.class).stream().map(Message::getName))
        .containsExactlyInAnyOrder(
            NominationApprovalProcess.MESSAGE_CORRECTION,
            NominationApprovalProcess.MESSAGE_WITHDRAWAL);
    assertThat(ids(all(model, FlowNode.class)))
        .contains(
            NominationApprovalProcess.SUB_PROCESS_DECISION,
            NominationApprovalProcess.SERVICE_GRANT,
            NominationApprovalProcess.SERVICE_PREPARE);
    assertThat(all(model, ErrorEventDefinition.class)).allMatch(e -> e.getError() != null);
    BpmnModelInstance round =
        repository.getBpmnModelInstance(latest(NominationRoundProcess.KEY).getId());
    assertThat((Object) round.getModelElementById(NominationRoundProcess.CALL_NOMINATION))
        .isNotNull();
  }

  @Test
  @DisplayName(
      "give every user task a form of its deployment, a due date and a save point after it")
  void userTasks() {
    String deployment = latest(NominationApprovalProcess.KEY).getDeploymentId();
    List<String> resources = repository.getDeploymentResourceNames(deployment);
    for (UserTask task : all(approval(), UserTask.class)) {
      assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
      assertThat(resources).contains(task.getCamundaFormRef() + ".form");
      assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank();
      assertThat(hasSavePointAfter(task)).as(task.getId()).isTrue();
    }
    assertThat(resources)
        .contains(
            NominationApprovalProcess.DECISION_ELIGIBILITY + ".dmn",
            NominationApprovalProcess.DECISION_BOND_PERMANENCE + ".dmn");
  }

  private static boolean hasSavePointAfter(UserTask task) {
    boolean inner =
        task.getLoopCharacteristics()
                instanceof org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics loop
            && loop.isCamundaAsyncAfter();
    boolean next =
        task.getSucceedingNodes().list().stream()
            .allMatch(node -> node instanceof Activity activity && activity.isCamundaAsyncBefore());
    return task.isCamundaAsyncAfter() || inner || next;
  }

  @Test
  @DisplayName("decide by conditions that are written down: no gateway has a default flow")
  void noDefaultFlows() {
    for (ExclusiveGateway gateway : all(approval(), ExclusiveGateway.class)) {
      assertThat(gateway.getDefault()).as(gateway.getId()).isNull();
      if (gateway.getOutgoing().size() > 1) {
        assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
        assertThat(gateway.getOutgoing()).allMatch(f -> f.getConditionExpression() != null);
      }
    }
  }

  private BpmnModelInstance approval() {
    return repository.getBpmnModelInstance(latest(NominationApprovalProcess.KEY).getId());
  }

  private ProcessDefinition latest(String key) {
    return Objects.requireNonNull(
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .latestVersion()
            .singleResult());
  }

  private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance>
      Collection<T> all(BpmnModelInstance model, Class<T> type) {
    return model.getModelElementsByType(type);
  }

  private static Stream<String> ids(Collection<? extends FlowNode> nodes) {
    return nodes.stream().map(FlowNode::getId);
  }
}
