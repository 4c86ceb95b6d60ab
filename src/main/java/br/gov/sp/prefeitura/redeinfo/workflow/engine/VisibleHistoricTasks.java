package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceManager;

/**
 * History is for readers. One question about it is everybody's: Tasklist asks whether a task is
 * known before it shows or takes comments on it, so a query for one open task that the person may
 * see is answered.
 */
class VisibleHistoricTasks extends HistoricTaskInstanceManager {

  private final TaskAccess access;

  VisibleHistoricTasks(TaskAccess access) {
    this.access = access;
  }

  @Override
  protected void configureQuery(HistoricTaskInstanceQueryImpl query) {
    super.configureQuery(query);
    String taskId = query.getTaskId();
    boolean visible =
        taskId != null
            && Person.checkedIn(getCommandContext())
                .filter(person -> !person.readsEverything())
                .filter(person -> access.sees(person, taskId))
                .isPresent();
    if (visible) {
      query.getAuthCheck().setAuthorizationCheckEnabled(false);
    }
  }

  record Factory(TaskAccess access) implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
      return HistoricTaskInstanceManager.class;
    }

    @Override
    public Session openSession() {
      return new VisibleHistoricTasks(access);
    }
  }
}
