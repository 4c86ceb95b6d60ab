package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The deployment at start")
class ProcessDeployerTest {

  private static final String TABLE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d-%1$s" name="%1$s"
          namespace="http://camunda.org/schema/1.0/dmn">
        <decision id="%1$s" name="%1$s" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
            camunda:historyTimeToLive="P1D">
          <decisionTable id="t-%1$s">
            <input id="i-%1$s"><inputExpression id="ie-%1$s" typeRef="string"><text>x</text>
            </inputExpression></input>
            <output id="o-%1$s" name="y" typeRef="string"/>
          </decisionTable>
        </decision>
      </definitions>
      """;

  @Autowired RepositoryService repository;
  @Autowired ProcessDeployer deployer;
  @TempDir Path folder;

  private final String key = "test-deploy-" + Long.toString(System.nanoTime(), 36);
  private final String other = key + "-other";

  @BeforeEach
  void writeModels() throws IOException {
    write("processes/" + key + ".bpmn", TestModels.bytes(model()));
    write("processes/" + other + ".bpmn", TestModels.bytes(TestModels.oneTask(other, key, "x")));
    write("forms/" + key + ".form", TestModels.utf8(TestModels.form(key)));
    for (String table : List.of("called", "declared")) {
      String id = key + "-" + table;
      write("processes/" + id + ".dmn", TestModels.utf8(TABLE.formatted(id)));
    }
  }

  @Test
  @DisplayName("puts a process with its forms and tables under plain names into one deployment")
  void oneDeploymentPerProcess() {
    deploy(exploded());

    String deployment = latest(key).getDeploymentId();
    assertThat(repository.getDeploymentResourceNames(deployment))
        .containsExactlyInAnyOrder(
            key + ".bpmn", key + ".form", key + "-called.dmn", key + "-declared.dmn");
    assertThat(repository.createDeploymentQuery().deploymentId(deployment).singleResult().getName())
        .isEqualTo(key);
    assertThat(repository.getDeploymentResourceNames(latest(other).getDeploymentId()))
        .containsExactlyInAnyOrder(other + ".bpmn", key + ".form");
  }

  @Test
  @DisplayName("deploys nothing when nothing changed, also when the same files come from a jar")
  void deploysNothingWithoutChange() throws IOException {
    deploy(exploded());
    deploy(exploded());
    deploy(jar());

    assertThat(deployments(key)).isEqualTo(1);
    assertThat(deployments(other)).isEqualTo(1);
    assertThat(latest(key).getVersion()).isEqualTo(1);
  }

  @Test
  @DisplayName("makes a new version, with all its resources, when only a form changed")
  void changedForm() throws IOException {
    deploy(exploded());
    String form = key + "-own";
    write("processes/" + key + ".bpmn", TestModels.bytes(TestModels.oneTask(key, form, "x")));
    write("forms/" + form + ".form", TestModels.utf8(TestModels.form(form)));
    deploy(exploded());
    write("forms/" + form + ".form", TestModels.utf8(TestModels.form(form, "{\"type\":\"text\"}")));
    deploy(exploded());

    assertThat(latest(key).getVersion()).isEqualTo(3);
    assertThat(repository.getDeploymentResourceNames(latest(key).getDeploymentId()))
        .containsExactlyInAnyOrder(key + ".bpmn", form + ".form");
    assertThat(latest(other).getVersion()).isEqualTo(1);
  }

  @Test
  @DisplayName("makes a new version when only a decision table changed")
  void changedTable() throws IOException {
    deploy(exploded());
    String id = key + "-declared";
    write(
        "processes/" + id + ".dmn",
        TestModels.utf8(TABLE.formatted(id).replace("name=\"y\"", "name=\"z\"")));
    deploy(exploded());

    assertThat(latest(key).getVersion()).isEqualTo(2);
    assertThat(latest(other).getVersion()).isEqualTo(1);
  }

  @Test
  @DisplayName("makes a new version when an earlier state comes back")
  void backToAnEarlierState() throws IOException {
    deploy(exploded());
    write("forms/" + key + ".form", TestModels.utf8(TestModels.form(key, "{\"type\":\"text\"}")));
    deploy(exploded());
    write("forms/" + key + ".form", TestModels.utf8(TestModels.form(key)));
    deploy(exploded());

    assertThat(latest(key).getVersion()).isEqualTo(3);
  }

  @Test
  @DisplayName("fails when a form or a table that a model refers to is missing")
  void missingResources() throws IOException {
    Files.delete(folder.resolve("forms/" + key + ".form"));
    assertThatThrownBy(() -> deploy(exploded()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("forms/" + key + ".form");

    writeModels();
    Files.delete(folder.resolve("processes/" + key + "-declared.dmn"));
    assertThatThrownBy(() -> deploy(exploded()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(key + "-declared.dmn");
    assertThat(deployments(key)).isZero();
  }

  @Test
  @DisplayName("fails when a file is not named like its process")
  void fileNameIsProcessId() throws IOException {
    Files.move(folder.resolve("processes/" + other + ".bpmn"), folder.resolve("processes/x.bpmn"));
    assertThatThrownBy(() -> deploy(exploded())).hasMessageContaining("x.bpmn");
  }

  private BpmnModelInstance model() {
    BpmnModelInstance model =
        TestModels.process(key)
            .startEvent()
            .userTask("userTask_Answer")
            .camundaFormRef(key)
            .camundaFormRefBinding("deployment")
            .businessRuleTask()
            .camundaDecisionRef(key + "-called")
            .camundaDecisionRefBinding("deployment")
            .endEvent()
            .done();
    Process process = model.getModelElementById(key);
    process
        .builder()
        .addExtensionElement(declared(model, "decisions", key + "-declared, " + key + "-called"));
    return model;
  }

  private static CamundaProperties declared(BpmnModelInstance model, String name, String value) {
    var properties = model.newInstance(CamundaProperties.class);
    var property = model.newInstance(CamundaProperty.class);
    property.setCamundaName(name);
    property.setCamundaValue(value);
    properties.addChildElement(property);
    return properties;
  }

  private void deploy(ProcessArchive archive) {
    deployer.deploy(archive);
  }

  private ProcessArchive exploded() {
    return new ProcessArchive(folder.toUri().toString());
  }

  private ProcessArchive jar() throws IOException {
    Path jar = folder.resolve("models.jar");
    URI uri = URI.create("jar:" + jar.toUri());
    try (FileSystem zip = FileSystems.newFileSystem(uri, Map.of("create", "true"))) {
      for (String name : List.of("processes", "forms")) {
        Files.createDirectory(zip.getPath(name));
        try (var files = Files.list(folder.resolve(name))) {
          for (Path file : files.toList()) {
            Files.copy(file, zip.getPath(name, file.getFileName().toString()));
          }
        }
      }
    }
    return new ProcessArchive(uri + "!/");
  }

  private ProcessDefinition latest(String processKey) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(processKey)
        .latestVersion()
        .singleResult();
  }

  private long deployments(String name) {
    return repository.createDeploymentQuery().deploymentName(name).count();
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
