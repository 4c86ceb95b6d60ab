package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCovers.Cover;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may do what with a task. A person sees the tasks that are assigned to them, or offered to
 * them or to a group of theirs, and those they may do in an absent person's place; {@link
 * Person#readsEverything readers} see all. Only the assignee completes. A task that a person may
 * not see does not exist for them.
 */
@Component
class TaskAccess {

  private static final String VISIBLE =
      """
      select id_, proc_inst_id_ from act_ru_task where assignee_ = :userId and owner_ is null
      union
      select t.id_, t.proc_inst_id_
      from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_
      where l.type_ = 'candidate' and (l.user_id_ = :userId or l.group_id_ = any(:groupIds))
      """;

  /** Looked up late: the engine is set up before the database is. */
  private final ObjectProvider<JdbcClient> jdbc;

  private final CoveredTasks covered;

  TaskAccess(ObjectProvider<JdbcClient> jdbc, CoveredTasks covered) {
    this.jdbc = jdbc;
    this.covered = covered;
  }

  /**
   * All open tasks that the person may see: as assignee or candidate, and in an absent person's
   * place.
   */
  List<VisibleTask> visibleTo(Person person) {
    return Stream.concat(own(person).stream(), inPlaceOfOthers(person).stream()).toList();
  }

  /** What the person may do in absent persons' places, and not in their own right. */
  List<VisibleTask> inPlaceOfOthers(Person person) {
    return covered.visibleTo(person.userId(), person.groups()).stream()
        .map(task -> new VisibleTask(task.taskId(), task.processInstanceId()))
        .toList();
  }

  /** One indexed query. */
  private List<VisibleTask> own(Person person) {
    return jdbc.getObject()
        .sql(VISIBLE)
        .param("userId", person.userId())
        .param("groupIds", person.groups().toArray(String[]::new))
        .query(
            (row, index) -> new VisibleTask(row.getString("id_"), row.getString("proc_inst_id_")))
        .list();
  }

  /** Whether an open task is the person's, or offered to them. */
  boolean sees(Person person, String taskId) {
    return visibleTo(person).stream().anyMatch(task -> task.taskId().equals(taskId));
  }

  /**
   * @throws Refusal (not found) if there is no such task, or none this person may know of
   */
  TaskEntity requireVisible(CommandContext context, String taskId, Person person) {
    TaskEntity task = find(context, taskId);
    if (!person.readsEverything() && !concerns(task, person)) {
      throw Refusal.notFound("task.unknown");
    }
    return task;
  }

  /**
   * The person's own or offered task, locked until the transaction ends: of two people at once, the
   * second waits for the first and then reads what became of the task.
   *
   * @throws Refusal (not found) if the task is none of the person's business; (conflict) if it is
   *     over, or somebody else has taken it on
   */
  TaskEntity lockForWork(CommandContext context, String taskId, Person person) {
    TaskEntity task = lock(context, taskId);
    if (!concerns(task, person)) {
      throw person.readsEverything()
          ? Refusal.forbidden("task.not-yours")
          : Refusal.notFound("task.unknown");
    }
    boolean others = task.getAssignee() != null && !task.getAssignee().equals(person.userId());
    if (others && inPlace(task, person).isEmpty()) {
      throw Refusal.conflict("task.taken");
    }
    return task;
  }

  /**
   * Any task, locked likewise.
   *
   * @throws Refusal (not found) if the person does not read everybody's tasks; (conflict) if it is
   *     over
   */
  TaskEntity lockForReassignment(CommandContext context, String taskId, Person person) {
    if (!person.coordinates()) {
      throw Refusal.notFound("task.unknown");
    }
    return lock(context, taskId);
  }

  private TaskEntity lock(CommandContext context, String taskId) {
    jdbc.getObject()
        .sql("select 1 from act_ru_task where id_ = :taskId for update")
        .param("taskId", taskId)
        .query(Integer.class)
        .optional();
    return find(context, taskId);
  }

  /** Like {@link #lockForWork}, and the person has taken the task on. */
  TaskEntity lockOwn(CommandContext context, String taskId, Person person) {
    TaskEntity task = lockForWork(context, taskId, person);
    if (!person.userId().equals(task.getAssignee())) {
      throw Refusal.conflict("task.not-claimed");
    }
    return task;
  }

  /** Whether anybody else could take the task on if its assignee put it back. */
  static boolean isOffered(TaskEntity task) {
    return !task.getCandidates().isEmpty();
  }

  /** Whether the task is offered to this user, or to one of these groups of theirs. */
  static boolean isOfferedTo(TaskEntity task, String userId, Set<String> groups) {
    return task.getCandidates().stream().anyMatch(link -> names(link, userId, groups));
  }

  /**
   * The cover by which the person does the task; empty where it is theirs in their own right, which
   * costs nothing to find out.
   */
  Optional<Cover> inPlace(TaskEntity task, Person person) {
    boolean free = task.getAssignee() == null;
    boolean own = person.userId().equals(task.getAssignee()) && task.getOwner() == null;
    return own || free && isOfferedTo(task, person.userId(), person.groups())
        ? Optional.empty()
        : covered.find(task, person.userId());
  }

  /** Whoever has taken a task on in somebody's place has it as long as the cover runs. */
  private boolean concerns(TaskEntity task, Person person) {
    return person.userId().equals(task.getAssignee()) && task.getOwner() == null
        || isOfferedTo(task, person.userId(), person.groups())
        || inPlace(task, person).isPresent();
  }

  private static boolean names(IdentityLink link, String userId, Set<String> groups) {
    return userId.equals(link.getUserId())
        || link.getGroupId() != null && groups.contains(link.getGroupId());
  }

  /** Ids are random: who knows the id of a task that is over may be told so. */
  private static TaskEntity find(CommandContext context, String taskId) {
    TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
    if (task != null) {
      return task;
    }
    HistoricTaskInstanceEntity past =
        taskId == null
            ? null
            : context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
    throw past == null ? Refusal.notFound("task.unknown") : Refusal.conflict("task.gone");
  }

  record VisibleTask(String taskId, String processInstanceId) {}
}
