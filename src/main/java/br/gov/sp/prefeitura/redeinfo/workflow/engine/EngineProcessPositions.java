package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.ProcessPositions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads executions by SQL, models through the engine, which keeps parsed ones in memory. */
@Component
class EngineProcessPositions implements ProcessPositions {

  private final JdbcClient jdbc;
  private final RepositoryService repository;
  private final AsApplication asApplication;

  EngineProcessPositions(
      JdbcClient jdbc, RepositoryService repository, AsApplication asApplication) {
    this.jdbc = jdbc;
    this.repository = repository;
    this.asApplication = asApplication;
  }

  @Override
  public Optional<ProcessPosition> find(String processKey, String businessKey) {
    return jdbc.sql(
            """
            select id_, proc_def_id_, end_time_ is not null as over_ from act_hi_procinst
             where business_key_ = :businessKey and proc_def_key_ = :processKey
             order by start_time_ desc limit 1
            """)
        .param("businessKey", businessKey)
        .param("processKey", processKey)
        .query(
            (row, index) ->
                new Instance(
                    row.getString("id_"), row.getString("proc_def_id_"), row.getBoolean("over_")))
        .optional()
        .map(this::position);
  }

  private ProcessPosition position(Instance instance) {
    List<Element> current =
        instance.over() ? List.of() : elements(instance.definitionId(), active(instance.id()));
    return new ProcessPosition(instance.definitionId(), current, instance.over());
  }

  /** Executions that stand in an element; those of several votes stand in the same. */
  private List<String> active(String instanceId) {
    return jdbc.sql(
            """
            select distinct act_id_ from act_ru_execution
             where proc_inst_id_ = :instance and is_active_ and act_id_ is not null
            """)
        .param("instance", instanceId)
        .query(String.class)
        .list();
  }

  private List<Element> elements(String definitionId, List<String> ids) {
    BpmnModelInstance model =
        asApplication.call(() -> repository.getBpmnModelInstance(definitionId));
    List<String> order =
        model.getModelElementsByType(FlowElement.class).stream().map(FlowElement::getId).toList();
    return ids.stream()
        // The scope of an instance made several times has an id of its own kind.
        .map(id -> id.replaceFirst("#multiInstanceBody$", ""))
        .distinct()
        .sorted(Comparator.comparingInt(order::indexOf))
        .map(
            id ->
                new Element(
                    id,
                    model.getModelElementById(id) instanceof FlowElement element
                        ? element.getName()
                        : null))
        .toList();
  }

  @Override
  public byte[] model(ProcessPosition position) {
    return modelOf(position.definitionId());
  }

  @Override
  public byte[] latestModel(String processKey) {
    return modelOf(
        asApplication.call(
            () ->
                repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(processKey)
                    .latestVersion()
                    .singleResult()
                    .getId()));
  }

  private byte[] modelOf(String definitionId) {
    try (InputStream model = asApplication.call(() -> repository.getProcessModel(definitionId))) {
      return model.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Instance(String id, String definitionId, boolean over) {}
}
