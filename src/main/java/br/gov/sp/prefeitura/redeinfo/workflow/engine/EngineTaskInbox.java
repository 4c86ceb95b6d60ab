package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.engine.CoveredTasks.Covered;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reads by SQL, writes through the engine in the person's name. */
@Component
class EngineTaskInbox implements TaskInbox {

  private final OpenTaskQueries queries;
  private final TaskService tasks;
  private final FormService forms;
  private final AsPerson asPerson;
  private final AsApplication asApplication;
  private final CoveredTasks covered;
  private final TaskHands hands;

  EngineTaskInbox(
      OpenTaskQueries queries,
      TaskService tasks,
      FormService forms,
      AsPerson asPerson,
      AsApplication asApplication,
      CoveredTasks covered,
      TaskHands hands) {
    this.queries = queries;
    this.tasks = tasks;
    this.forms = forms;
    this.asPerson = asPerson;
    this.asApplication = asApplication;
    this.covered = covered;
    this.hands = hands;
  }

  @Override
  public List<OpenTask> waitingFor(String userId, Collection<String> groupIds, int limit) {
    return queries.waitingFor(userId, groupIds, limit);
  }

  @Override
  public long countWaitingFor(String userId, Collection<String> groupIds) {
    return queries.countWaitingFor(userId, groupIds);
  }

  @Override
  public List<CoveredTask> inPlaceOfOthers(String userId, Collection<String> groupIds) {
    List<Covered> tasks = covered.visibleTo(userId, groupIds);
    if (tasks.isEmpty()) {
      return List.of();
    }
    Map<String, String> absent =
        tasks.stream()
            .collect(Collectors.toMap(Covered::taskId, Covered::absentId, (one, other) -> one));
    return queries.byIds(absent.keySet()).stream()
        .map(task -> new CoveredTask(task, absent.get(task.id())))
        .toList();
  }

  @Override
  public int putBackCovered(String absentId, String substituteId) {
    List<String> taken = hands.takenInPlaceOf(absentId, substituteId);
    taken.forEach(task -> hands.pass(task, null));
    return taken.size();
  }

  @Override
  public Optional<OpenTask> findOpen(String taskId) {
    return queries.findOpen(taskId);
  }

  @Override
  public Optional<FinishedTask> findFinished(String taskId) {
    return queries.findFinished(taskId);
  }

  @Override
  public List<OpenTask> openTasks(String processKey, Collection<String> businessKeys) {
    return queries.openTasks(processKey, businessKeys);
  }

  @Override
  public void claim(String taskId, String userId) {
    try {
      asPerson.run(userId, () -> tasks.claim(taskId, userId));
    } catch (TaskAlreadyClaimedException e) {
      throw Refusal.conflict("task.taken");
    } catch (NullValueException e) {
      throw Refusal.notFound("task.gone");
    }
  }

  @Override
  public void assign(String taskId, String userId, String byUserId) {
    asPerson.run(byUserId, () -> tasks.setAssignee(taskId, userId));
  }

  @Override
  public List<OpenTask> takenOn(String userId) {
    return queries.takenOn(userId);
  }

  @Override
  public void putBack(String taskId) {
    give(taskId, null);
  }

  @Override
  public void give(String taskId, String userId) {
    hands.pass(taskId, userId);
  }

  @Override
  public void completeInstead(String taskId, Map<String, Object> values) {
    asApplication.run(
        () -> {
          tasks.setVariablesLocal(taskId, values);
          tasks.complete(taskId);
        });
  }

  @Override
  public void postpone(String taskId, Instant dueAt) {
    asApplication.call(
        () -> {
          Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
          if (task != null) {
            task.setDueDate(Date.from(dueAt));
            tasks.saveTask(task);
          }
          return null;
        });
  }

  @Override
  public void offerTo(String taskId, String groupId) {
    asApplication.call(
        () -> {
          tasks.addCandidateGroup(taskId, groupId);
          return null;
        });
  }

  @Override
  public List<String> assignees() {
    return queries.assignees();
  }

  @Override
  public List<OpenTask> outOfReach(
      Collection<String> groupIds, Collection<String> userIds, int limit) {
    return queries.outOfReach(groupIds, userIds, limit);
  }

  @Override
  public List<OpenTask> offeredTo(Collection<String> groupIds) {
    return queries.offeredTo(groupIds);
  }

  @Override
  public void complete(String taskId, String userId, Map<String, Object> values) {
    asPerson.run(userId, () -> forms.submitTaskForm(taskId, values));
  }
}
