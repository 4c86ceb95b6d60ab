package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.OfferedProcesses;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Reads the models, which the engine keeps in memory once they are parsed. */
@Component
class EngineOfferedProcesses implements OfferedProcesses {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");

  private final RepositoryService repository;
  private final AsApplication asApplication;

  EngineOfferedProcesses(RepositoryService repository, AsApplication asApplication) {
    this.repository = repository;
    this.asApplication = asApplication;
  }

  @Override
  public List<ProcessName> all() {
    return asApplication.call(
        () ->
            repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(this::offersTasks)
                .map(
                    model ->
                        // A model may come without a name.
                        new ProcessName(
                            model.getKey(),
                            Objects.requireNonNullElse(model.getName(), model.getKey())))
                .sorted(Comparator.comparing(ProcessName::name, Collator.getInstance(LANGUAGE)))
                .toList());
  }

  private boolean offersTasks(ProcessDefinition model) {
    return repository
        .getBpmnModelInstance(model.getId())
        .getModelElementsByType(UserTask.class)
        .stream()
        .anyMatch(task -> task.getCamundaCandidateGroups() != null);
  }
}
