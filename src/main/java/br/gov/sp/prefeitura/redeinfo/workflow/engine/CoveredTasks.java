package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.CoverRules;
import br.gov.sp.prefeitura.redeinfo.workflow.CoverRules.TaskFacts;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCovers.Cover;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tasks that a person may do in an absent person's place, in the engine's tables. While such a task
 * is taken on, its owner names the absent person; the engine uses that property for nothing else
 * here, because delegating is not among the commands that people may send.
 */
@Component
class CoveredTasks {

  /**
   * What the absent person had taken on, and what is offered to their groups but not to one's own.
   */
  private static final String COVERED =
      """
      select t.id_, t.proc_inst_id_, t.task_def_key_, d.key_ as process_key, e.business_key_
      from act_ru_task t
      join act_re_procdef d on d.id_ = t.proc_def_id_
      join act_ru_execution e on e.id_ = t.proc_inst_id_
      where t.id_ in (select l.task_id_ from act_ru_identitylink l
                       where l.type_ = 'candidate' and l.group_id_ = any(:groups))
        and (:anyProcess or d.key_ = any(:processes))
        and (t.assignee_ = :absent
             or t.assignee_ = :substitute and t.owner_ = :absent
             or t.assignee_ is null
                and not exists (select 1 from act_ru_identitylink l
                                 where l.task_id_ = t.id_ and l.type_ = 'candidate'
                                   and l.group_id_ = any(:own)))
      """;

  private final CoverRules rules;

  /** Looked up late: the engine is set up before the database is. */
  private final ObjectProvider<JdbcClient> jdbc;

  CoveredTasks(CoverRules rules, ObjectProvider<JdbcClient> jdbc) {
    this.rules = rules;
    this.jdbc = jdbc;
  }

  /** All open tasks that the user may do in somebody's place now. */
  List<Covered> visibleTo(String userId, Collection<String> ownGroups) {
    List<Covered> tasks = new ArrayList<>();
    for (Cover cover : rules.runningFor(userId)) {
      tasks.addAll(withoutStakes(userId, cover, reached(userId, ownGroups, cover)));
    }
    return tasks;
  }

  private List<Covered> reached(String userId, Collection<String> ownGroups, Cover cover) {
    return jdbc.getObject()
        .sql(COVERED)
        .param("groups", cover.groups().toArray(String[]::new))
        .param("anyProcess", cover.processKeys().isEmpty())
        .param("processes", cover.processKeys().toArray(String[]::new))
        .param("absent", cover.absentId())
        .param("substitute", userId)
        .param("own", ownGroups.toArray(String[]::new))
        .query((row, index) -> covered(row, cover.absentId()))
        .list();
  }

  private List<Covered> withoutStakes(String userId, Cover cover, List<Covered> tasks) {
    List<Covered> free = new ArrayList<>(tasks);
    Map<List<String>, Set<String>> instances =
        tasks.stream()
            .collect(
                Collectors.groupingBy(
                    task -> List.of(task.processKey(), task.taskKey()),
                    Collectors.mapping(Covered::businessKey, Collectors.toSet())));
    instances.forEach(
        (kind, keys) -> {
          Set<String> staked = rules.staked(kind.get(0), kind.get(1), keys, userId, cover);
          free.removeIf(
              task ->
                  task.processKey().equals(kind.get(0))
                      && task.taskKey().equals(kind.get(1))
                      && staked.contains(task.businessKey()));
        });
    return free;
  }

  /** The cover by which the user may do the task, if there is one. */
  Optional<Cover> find(TaskEntity task, String userId) {
    return task.getProcessInstance() == null
        ? Optional.empty()
        : rules.find(
            userId,
            new TaskFacts(
                task.getProcessDefinition().getKey(),
                task.getTaskDefinitionKey(),
                task.getProcessInstance().getBusinessKey(),
                task.getCandidates().stream()
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .toList(),
                task.getAssignee(),
                task.getOwner()));
  }

  private static Covered covered(ResultSet row, String absentId) throws SQLException {
    return new Covered(
        row.getString("id_"),
        row.getString("proc_inst_id_"),
        row.getString("process_key"),
        row.getString("task_def_key_"),
        row.getString("business_key_"),
        absentId);
  }

  record Covered(
      String taskId,
      String processInstanceId,
      String processKey,
      String taskKey,
      String businessKey,
      String absentId) {}
}
