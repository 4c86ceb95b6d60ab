package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.engine.TaskAccess.VisibleTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Narrows every task query, count and filter of a signed-in person to the tasks they may see, right
 * where the engine asks its database, whatever way the query came. The ids are fetched first: a
 * condition of its own inside the query would share the join on candidates with the query's
 * conditions and change their meaning.
 */
class VisibleTasks extends TaskManager {

  private final TaskAccess access;

  VisibleTasks(TaskAccess access) {
    this.access = access;
  }

  @Override
  public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
    return narrow(query) ? super.findTasksByQueryCriteria(query) : new ArrayList<>();
  }

  @Override
  public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
    return narrow(query) ? super.findTaskCountByQueryCriteria(query) : 0;
  }

  /** Everybody may read tasks of every definition; which ones is decided here. */
  @Override
  protected void configureQuery(TaskQueryImpl query) {
    query.getAuthCheck().setAuthorizationCheckEnabled(false);
    getTenantManager().configureQuery(query);
  }

  /** Whether anything is left to ask for. */
  private boolean narrow(TaskQueryImpl query) {
    boolean inPlace = Integer.valueOf(TaskInbox.IN_PLACE_OF_OTHERS).equals(query.getMinPriority());
    Optional<Person> person =
        Person.checkedIn(getCommandContext())
            .filter(asking -> inPlace || !asking.readsEverything());
    if (person.isEmpty()) {
      return true;
    }
    List<VisibleTask> tasks =
        inPlace ? access.inPlaceOfOthers(person.get()) : access.visibleTo(person.get());
    Set<String> visible = tasks.stream().map(VisibleTask::taskId).collect(Collectors.toSet());
    if (query.getTaskIdIn() != null) {
      visible.retainAll(Arrays.asList(query.getTaskIdIn()));
    }
    if (visible.isEmpty()) {
      return false;
    }
    query.taskIdIn(visible.toArray(String[]::new));
    return true;
  }

  record Factory(TaskAccess access) implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
      return TaskManager.class;
    }

    @Override
    public Session openSession() {
      return new VisibleTasks(access);
    }
  }
}
