package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.engine.Grants;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The lists that Tasklist offers everybody, made or brought up to date at start. They only sort and
 * choose: which tasks a person sees at all is the rule of the engine's query guard. Names are data
 * and in Portuguese.
 */
@Component
class ReadyMadeFilters implements SmartInitializingSingleton {

  private static final String RESOURCE_TYPE = "Task";

  /** Who reads every task. */
  private static final List<String> READERS = List.of("coordination", "auditor", "camunda-admin");

  /** Shown under each task of a list. */
  private static final List<Map<String, String>> VARIABLES =
      List.of(
          Map.of("name", "bodyAcronym", "label", "Órgão"),
          Map.of("name", "subject", "label", "Assunto"));

  private final FilterService filters;
  private final TaskService tasks;
  private final Grants grants;

  ReadyMadeFilters(FilterService filters, TaskService tasks, Grants grants) {
    this.filters = filters;
    this.tasks = tasks;
    this.grants = grants;
  }

  @Override
  public void afterSingletonsInstantiated() {
    TaskQuery mine =
        tasks
            .createTaskQuery()
            .or()
            .taskAssigneeExpression("${currentUser()}")
            .taskCandidateGroupInExpression("${currentUserGroups()}")
            .endOr();
    TaskQuery ourBodys =
        tasks
            .createTaskQuery()
            .taskCandidateGroupInExpression("${currentUserGroups()}")
            .includeAssignedTasks();
    TaskQuery toApprove =
        tasks
            .createTaskQuery()
            .taskDefinitionKeyIn("userTask_ApproveNomination", "userTask_ValidateNomination");
    TaskQuery overdue = tasks.createTaskQuery().dueBeforeExpression("${now()}");
    TaskQuery all = tasks.createTaskQuery();

    everybodys(
        "Minhas tarefas", "O que espera por mim: o que assumi e o que posso assumir", 10, mine);
    everybodys("Do meu órgão", "O que espera pelos grupos a que pertenço", 20, ourBodys);
    everybodys("Para aprovar", "Indicações que esperam aprovação ou validação", 30, toApprove);
    TaskQuery inPlace = tasks.createTaskQuery().taskMinPriority(TaskInbox.IN_PLACE_OF_OTHERS);
    everybodys("Em substituição", "O que posso fazer no lugar de quem está ausente", 25, inPlace);
    everybodys("Atrasadas", "O que passou do prazo", 40, overdue);
    String everything =
        save("Todas (coordenação)", "Todas as tarefas da rede, de todos os órgãos", 50, all);
    READERS.forEach(group -> grants.group(group, Resources.FILTER, everything, Permissions.READ));
  }

  private void everybodys(String name, String description, int position, TaskQuery query) {
    grants.everybody(Resources.FILTER, save(name, description, position, query), Permissions.READ);
  }

  private String save(String name, String description, int position, TaskQuery query) {
    Filter filter = filters.createFilterQuery().filterName(name).singleResult();
    if (filter == null) {
      filter = filters.newTaskFilter(name);
    }
    filter.setQuery(query.orderByDueDate().asc()).setProperties(properties(description, position));
    return filters.saveFilter(filter).getId();
  }

  private static Map<String, Object> properties(String description, int position) {
    return Map.of(
        "description",
        description,
        "priority",
        position,
        "color",
        "#1351b4",
        "refresh",
        true,
        "showUndefinedVariable",
        false,
        "variables",
        VARIABLES);
  }
}
