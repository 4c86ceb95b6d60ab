package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.workflow.guard.FormGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@IntegrationTest
@DisplayName("Every model in processes/")
class ModelsTest {

  private static final Pattern BEAN_EXPRESSION = Pattern.compile("\\$\\{(\\w+)}");

  @Autowired RepositoryService repository;
  @Autowired ApplicationContext beans;

  static Stream<String> models() {
    return list("classpath:/processes/*.bpmn").map(file -> file.replace(".bpmn", ""));
  }

  @Test
  @DisplayName("is deployed, and so is every form and table beside them")
  void nothingIsLeftOut() {
    List<String> keys = models().toList();
    assertThat(keys).isNotEmpty();
    Set<String> deployed = new TreeSet<>();
    keys.forEach(
        key ->
            deployed.addAll(repository.getDeploymentResourceNames(latest(key).getDeploymentId())));
    assertThat(deployed)
        .containsAll(list("classpath:/processes/*.*").toList())
        .containsAll(list("classpath:/forms/*.form").toList());
  }

  @ParameterizedTest
  @MethodSource("models")
  @DisplayName("has its file's name as id, a name for people, and a history time to live")
  void identity(String key) {
    Process process = model(key).getModelElementById(key);
    assertThat(process).isNotNull();
    assertThat(process.isExecutable()).isTrue();
    assertThat(process.getName()).isNotBlank();
    assertThat(process.getCamundaHistoryTimeToLiveString()).startsWith("P");
  }

  @ParameterizedTest
  @MethodSource("models")
  @DisplayName("says for each user task what is asked, by a form of its own deployment")
  void forms(String key) {
    List<String> resources = repository.getDeploymentResourceNames(latest(key).getDeploymentId());
    assertThat(model(key).getModelElementsByType(UserTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.getName()).isNotBlank();
              assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
              assertThat(resources).contains(task.getCamundaFormRef() + ".form");
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  @DisplayName("names beans that exist in its delegate expressions")
  void delegates(String key) {
    Set<String> expressions = new TreeSet<>();
    model(key)
        .getDocument()
        .getRootElement()
        .getChildElements()
        .forEach(element -> collectDelegates(element, expressions));
    assertThat(expressions)
        .allSatisfy(
            expression -> {
              Matcher bean = BEAN_EXPRESSION.matcher(expression);
              assertThat(bean.matches()).as(expression).isTrue();
              assertThat(beans.containsBean(bean.group(1))).as(expression).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  @DisplayName("has element ids that say what they are")
  void elementIds(String key) {
    assertThat(model(key).getModelElementsByType(FlowNode.class))
        .allSatisfy(
            node ->
                assertThat(node.getId())
                    .matches("[a-z][A-Za-z]*_[A-Z][A-Za-z]*")
                    .startsWithIgnoringCase(
                        node.getElementType().getTypeName().contains("Gateway")
                            ? "gateway"
                            : node.getElementType().getTypeName()));
  }

  @ParameterizedTest
  @MethodSource("models")
  @DisplayName("binds the tables it calls to its own deployment")
  void tables(String key) {
    assertThat(model(key).getModelElementsByType(BusinessRuleTask.class))
        .filteredOn(task -> task.getCamundaDecisionRef() != null)
        .allSatisfy(
            task -> assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment"));
  }

  @Test
  @DisplayName("has tables whose file name is the decision's id, with a history time to live")
  void tableNames() {
    assertThat(list("classpath:/processes/*.dmn"))
        .allSatisfy(
            file -> {
              DecisionDefinition table =
                  repository
                      .createDecisionDefinitionQuery()
                      .decisionDefinitionKey(file.replace(".dmn", ""))
                      .latestVersion()
                      .singleResult();
              assertThat(table).as(file).isNotNull();
              assertThat(table.getHistoryTimeToLive()).isPositive();
            });
  }

  @Test
  @DisplayName("has forms whose file name is the form's id, and that the server can check")
  void formNames() {
    for (String file : list("classpath:/forms/*.form").toList()) {
      byte[] form = read("classpath:/forms/" + file);
      FormGuard.requireSupported(form);
      assertThat(new String(form, StandardCharsets.UTF_8))
          .containsPattern("\"id\"\\s*:\\s*\"" + file.replace(".form", "") + "\"");
    }
  }

  private static void collectDelegates(DomElement element, Set<String> expressions) {
    String expression =
        element.getAttribute("http://camunda.org/schema/1.0/bpmn", "delegateExpression");
    Stream.of(expression, element.getAttribute("delegateExpression"))
        .filter(Objects::nonNull)
        .forEach(expressions::add);
    element.getChildElements().forEach(child -> collectDelegates(child, expressions));
  }

  private ProcessDefinition latest(String key) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(key)
        .latestVersion()
        .singleResult();
  }

  private static BpmnModelInstance model(String key) {
    try {
      return Bpmn.readModelFromStream(
          new PathMatchingResourcePatternResolver()
              .getResource("classpath:/processes/" + key + ".bpmn")
              .getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> list(String pattern) {
    try {
      return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
          .map(Resource::getFilename);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String location) {
    try {
      return new PathMatchingResourcePatternResolver()
          .getResource(location)
          .getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
