package br.gov.sp.prefeitura.redeinfo.training;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.training.process.TrainingEditionProcess;
import br.gov.sp.prefeitura.redeinfo.training.process.TrainingSessionProcess;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
@DisplayName("The models of editions and sessions")
class EditionModelsTest {

  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)(?:\\.\\w+\\(execution\\))?}");

  @Autowired RepositoryService repository;
  @Autowired ApplicationContext context;

  @Test
  @DisplayName("name only beans that exist")
  void beans() {
    for (String key : List.of(TrainingEditionProcess.KEY, TrainingSessionProcess.KEY)) {
      BpmnModelInstance model = model(key);
      Stream.of(
              all(model, ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression),
              all(model, SendTask.class).stream().map(SendTask::getCamundaDelegateExpression),
              all(model, TimeDate.class).stream().map(ModelElementInstance::getTextContent),
              all(model, UserTask.class).stream().map(UserTask::getCamundaDueDate))
          .flatMap(expressions -> expressions)
          .forEach(
              expression -> {
                Matcher bean = BEAN.matcher(Objects.toString(expression));
                assertThat(bean.matches()).as(expression).isTrue();
                assertThat(context.containsBean(bean.group(1))).as(expression).isTrue();
              });
    }
  }

  @Test
  @DisplayName("have exactly the tasks, reminders and messages that the code knows")
  void constantsMatch() {
    BpmnModelInstance edition = model(TrainingEditionProcess.KEY);
    assertThat(ids(edition, UserTask.class))
        .containsExactlyInAnyOrderElementsOf(TrainingEditionProcess.REMINDERS.values());
    assertThat(ids(edition, SendTask.class)).containsAll(TrainingEditionProcess.REMINDERS.keySet());
    assertThat(ids(edition, CallActivity.class))
        .containsExactly(TrainingEditionProcess.CALL_SESSION);
    assertThat(messages(edition))
        .containsExactlyInAnyOrder(
            TrainingEditionProcess.MESSAGE_ENROLMENT_PERIOD,
            TrainingEditionProcess.MESSAGE_SESSION_CHANGED,
            TrainingEditionProcess.MESSAGE_CANCELLATION);
    assertThat(messages(model(TrainingSessionProcess.KEY)))
        .containsExactlyInAnyOrder(
            TrainingSessionProcess.MESSAGE_HELD, TrainingSessionProcess.MESSAGE_CHANGED);
  }

  @Test
  @DisplayName("give every user task a form, a due date and a save point after it")
  void userTasks() {
    List<String> resources =
        repository.getDeploymentResourceNames(latest(TrainingEditionProcess.KEY).getDeploymentId());
    for (UserTask task : all(model(TrainingEditionProcess.KEY), UserTask.class)) {
      assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
      assertThat(resources).contains(task.getCamundaFormRef() + ".form");
      assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank();
      assertThat(task.isCamundaAsyncAfter()).as(task.getId()).isTrue();
    }
  }

  private BpmnModelInstance model(String key) {
    return repository.getBpmnModelInstance(latest(key).getId());
  }

  private ProcessDefinition latest(String key) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(key)
        .latestVersion()
        .singleResult();
  }

  private static List<String> messages(BpmnModelInstance model) {
    return all(model, Message.class).stream().map(Message::getName).toList();
  }

  private static <T extends FlowNode> List<String> ids(BpmnModelInstance model, Class<T> type) {
    return all(model, type).stream().map(FlowNode::getId).toList();
  }

  private static <T extends ModelElementInstance> Collection<T> all(
      BpmnModelInstance model, Class<T> type) {
    return model.getModelElementsByType(type);
  }
}
