package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.DecisionTables;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** The engine's decision service behind {@link DecisionTables}. */
@Component
class EngineDecisionTables implements DecisionTables {

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final AsApplication asApplication;

  /** What a deployment holds never changes. */
  private final Map<List<String>, String> definitionIds = new ConcurrentHashMap<>();

  EngineDecisionTables(
      DecisionService decisions, RepositoryService repository, AsApplication asApplication) {
    this.decisions = decisions;
    this.repository = repository;
    this.asApplication = asApplication;
  }

  @Override
  public List<Map<String, Object>> evaluate(
      DelegateExecution execution, String decisionKey, Map<String, Object> inputs) {
    String definitionId =
        definitionIds.computeIfAbsent(
            List.of(execution.getProcessDefinitionId(), decisionKey),
            of -> findDefinition(execution.getProcessDefinitionId(), decisionKey));
    return rows(
        asApplication.call(() -> decisions.evaluateDecisionTableById(definitionId, inputs)));
  }

  @Override
  public List<Map<String, Object>> evaluateLatest(String decisionKey, Map<String, Object> inputs) {
    return rows(
        asApplication.call(() -> decisions.evaluateDecisionTableByKey(decisionKey, inputs)));
  }

  private String findDefinition(String processDefinitionId, String decisionKey) {
    String deploymentId = repository.getProcessDefinition(processDefinitionId).getDeploymentId();
    DecisionDefinition definition =
        repository
            .createDecisionDefinitionQuery()
            .deploymentId(deploymentId)
            .decisionDefinitionKey(decisionKey)
            .singleResult();
    if (definition == null) {
      throw new IllegalStateException(
          "decision table " + decisionKey + " is not deployed with " + processDefinitionId);
    }
    return definition.getId();
  }

  private static List<Map<String, Object>> rows(DmnDecisionTableResult result) {
    return result.getResultList();
  }
}
