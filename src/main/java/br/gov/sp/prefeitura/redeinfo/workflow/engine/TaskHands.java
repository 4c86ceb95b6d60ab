package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Passes tasks from hand to hand for the application: whoever had one in somebody's place does not
 * any more.
 */
@Component
class TaskHands {

  private final ProcessEngineConfigurationImpl engine;
  private final AsApplication asApplication;
  private final JdbcClient jdbc;

  TaskHands(ProcessEngineConfigurationImpl engine, AsApplication asApplication, JdbcClient jdbc) {
    this.engine = engine;
    this.asApplication = asApplication;
    this.jdbc = jdbc;
  }

  /**
   * @param userId who gets it, or {@code null} for its groups
   */
  void pass(String taskId, String userId) {
    asApplication.run(
        () ->
            engine
                .getCommandExecutorTxRequired()
                .execute(
                    context -> {
                      TaskEntity task = context.getTaskManager().findTaskById(taskId);
                      if (task != null) {
                        task.setOwner(null);
                      }
                      return new AssignTaskCmd(taskId, userId).execute(context);
                    }));
  }

  /** Tasks that the substitute has taken on in the absent person's place. */
  List<String> takenInPlaceOf(String absentId, String substituteId) {
    return jdbc.sql(
            "select id_ from act_ru_task where assignee_ = :substitute and owner_ = :absent")
        .param("substitute", substituteId)
        .param("absent", absentId)
        .query(String.class)
        .list();
  }
}
