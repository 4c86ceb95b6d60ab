package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;

/** Small models for the engine's tests; keys start with "test-" so that nobody mistakes them. */
public final class TestModels {

  private TestModels() {}

  public static ProcessBuilder process(String key) {
    return Bpmn.createExecutableProcess(key).camundaHistoryTimeToLiveString("P1D");
  }

  /** One user task with a form, offered to a group. */
  public static BpmnModelInstance oneTask(String key, String form, String group) {
    return process(key)
        .startEvent()
        .userTask("userTask_Answer")
        .name("Responder")
        .camundaCandidateGroups(group)
        .camundaFormRef(form)
        .camundaFormRefBinding("deployment")
        .endEvent()
        .done();
  }

  public static String form(String id, String... components) {
    return """
        {"id": "%s", "type": "default", "schemaVersion": 16, "components": [%s]}
        """
        .formatted(id, String.join(",", components));
  }

  public static byte[] bytes(BpmnModelInstance model) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    Bpmn.writeModelToStream(stream, model);
    return stream.toByteArray();
  }

  /** Deploys a model with its forms, by form id. */
  public static void deploy(
      RepositoryService repository,
      String key,
      BpmnModelInstance model,
      Map<String, String> forms) {
    DeploymentBuilder deployment =
        repository.createDeployment().name(key).addModelInstance(key + ".bpmn", model);
    forms.forEach((id, content) -> deployment.addString(id + ".form", content));
    deployment.deploy();
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
