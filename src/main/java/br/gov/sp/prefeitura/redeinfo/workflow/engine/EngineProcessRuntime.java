package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine behind {@link ProcessRuntime}. */
@Component
class EngineProcessRuntime implements ProcessRuntime {

  /** PostgreSQL's state for a transaction that was chosen to end a deadlock. */
  private static final String DEADLOCK = "40P01";

  private final RuntimeService runtime;
  private final ManagementService management;
  private final RepositoryService repository;
  private final JdbcClient jdbc;
  private final AsApplication asApplication;

  EngineProcessRuntime(
      RuntimeService runtime,
      ManagementService management,
      RepositoryService repository,
      JdbcClient jdbc,
      AsApplication asApplication) {
    this.runtime = runtime;
    this.management = management;
    this.repository = repository;
    this.jdbc = jdbc;
    this.asApplication = asApplication;
  }

  @Override
  public String start(String processKey, String businessKey, Map<String, Object> variables) {
    return asApplication.call(
        () ->
            runtime
                .createProcessInstanceByKey(processKey)
                .businessKey(businessKey)
                .setVariables(variables)
                .execute()
                .getId());
  }

  @Override
  public void correlate(String messageName, String businessKey, Map<String, Object> variables) {
    holdTasks(messageName, businessKey);
    try {
      asApplication.run(
          () ->
              runtime
                  .createMessageCorrelation(messageName)
                  .processInstanceBusinessKey(businessKey)
                  .setVariables(variables)
                  .correlate());
    } catch (MismatchingMessageCorrelationException e) {
      throw Refusal.conflict("process.not-waiting");
    } catch (OptimisticLockingException e) {
      throw new OptimisticLockingFailureException(messageName + " met another step", e);
    } catch (ProcessEngineException e) {
      throw isDeadlock(e) ? new CannotAcquireLockException(messageName, e) : e;
    }
  }

  @Override
  public boolean correlateIfWaiting(
      String messageName, String businessKey, Map<String, Object> variables) {
    return asApplication.call(
        () ->
            !runtime
                .createMessageCorrelation(messageName)
                .processInstanceBusinessKey(businessKey)
                .setVariables(variables)
                .correlateAllWithResult()
                .isEmpty());
  }

  /**
   * A message may end tasks. Who completes a task holds its row first, then changes the rest of the
   * instance (see {@link TaskAccess}); whoever comes with a message does it in the same order.
   */
  @Override
  public void holdTasks(String messageName, String businessKey) {
    jdbc.sql(
            """
            select t.id_ from act_ru_execution e
            join act_ru_event_subscr s on s.proc_inst_id_ = e.id_
            join act_ru_task t on t.proc_inst_id_ = e.id_
            where e.business_key_ = :businessKey
              and s.event_type_ = 'message' and s.event_name_ = :messageName
            order by t.id_ for update of t
            """)
        .param("businessKey", businessKey)
        .param("messageName", messageName)
        .query(String.class)
        .list();
  }

  private static boolean isDeadlock(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Incident> incidents(String processKey, Collection<String> businessKeys) {
    return jdbc.sql(
            """
            select i.id_, d.id_ as definition_id, d.key_, e.business_key_, i.activity_id_,
                   i.incident_msg_
            from act_ru_incident i
            join act_ru_execution e on e.id_ = i.proc_inst_id_
            join act_re_procdef d on d.id_ = i.proc_def_id_
            where d.key_ = :processKey and e.business_key_ = any(:businessKeys)
              and i.configuration_ is not null
            order by i.incident_timestamp_, i.id_
            """)
        .param("processKey", processKey)
        .param("businessKeys", businessKeys.toArray(String[]::new))
        .query(
            (row, index) ->
                new Incident(
                    row.getString("id_"),
                    row.getString("key_"),
                    row.getString("business_key_"),
                    row.getString("activity_id_"),
                    activityName(row.getString("definition_id"), row.getString("activity_id_")),
                    row.getString("incident_msg_")))
        .list();
  }

  @Override
  public void retry(String incidentId) {
    String jobId =
        jdbc.sql("select configuration_ from act_ru_incident where id_ = :id")
            .param("id", incidentId)
            .query(String.class)
            .optional()
            .orElseThrow(() -> Refusal.notFound("process.incident-gone"));
    management.setJobRetries(jobId, 1);
  }

  /** The engine keeps parsed models in memory. */
  private String activityName(String definitionId, String activityId) {
    FlowElement element =
        repository.getBpmnModelInstance(definitionId).getModelElementById(activityId);
    return element == null || element.getName() == null ? activityId : element.getName();
  }
}
