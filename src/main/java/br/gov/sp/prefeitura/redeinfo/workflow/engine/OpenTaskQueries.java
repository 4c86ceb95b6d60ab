package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.FinishedTask;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the engine's task tables. One statement per list, candidate groups and subject included;
 * the engine's own queries would ask again for each row. The columns used have been the same since
 * Camunda 7.0; {@code TaskInboxTest} holds them against the engine.
 */
@Repository
class OpenTaskQueries {

  /** Ids of the tasks that wait for a person, each branch on an index of its own. */
  private static final String WAITING =
      """
      with waiting as (
        select t.id_ from act_ru_task t
        where t.assignee_ = :userId and t.owner_ is null and t.suspension_state_ = 1
        union
        select t.id_ from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_
        where (l.user_id_ = :userId or l.group_id_ = any(:groupIds)) and l.type_ = 'candidate'
          and t.assignee_ is null and t.suspension_state_ = 1)
      """;

  private static final String OPEN_TASK =
      """
      select t.id_, t.task_def_key_, t.name_, d.key_ as process_key, e.business_key_,
             t.assignee_, t.create_time_, t.due_date_,
             (select v.text_ from act_ru_variable v
               where v.execution_id_ = t.proc_inst_id_ and v.name_ = 'subject') as subject,
             array(select l.group_id_ from act_ru_identitylink l
               where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
               order by l.group_id_) as candidate_groups
      from act_ru_task t
      join act_re_procdef d on d.id_ = t.proc_def_id_
      join act_ru_execution e on e.id_ = t.proc_inst_id_
      """;

  private static final String EARLIEST_DUE_FIRST =
      " order by t.due_date_ nulls last, t.create_time_, t.id_";

  private final JdbcClient jdbc;

  OpenTaskQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<OpenTask> waitingFor(String userId, Collection<String> groupIds, int limit) {
    return jdbc.sql(
            WAITING
                + OPEN_TASK
                + " where t.id_ in (select id_ from waiting)"
                + EARLIEST_DUE_FIRST
                + " limit :limit")
        .param("userId", userId)
        .param("groupIds", groupIds.toArray(String[]::new))
        .param("limit", limit)
        .query(OpenTaskQueries::openTask)
        .list();
  }

  long countWaitingFor(String userId, Collection<String> groupIds) {
    return jdbc.sql(WAITING + "select count(*) from waiting")
        .param("userId", userId)
        .param("groupIds", groupIds.toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  Optional<OpenTask> findOpen(String taskId) {
    return jdbc.sql(OPEN_TASK + " where t.id_ = :taskId")
        .param("taskId", taskId)
        .query(OpenTaskQueries::openTask)
        .optional();
  }

  List<OpenTask> byIds(Collection<String> taskIds) {
    return jdbc.sql(OPEN_TASK + " where t.id_ = any(:ids)" + EARLIEST_DUE_FIRST)
        .param("ids", taskIds.toArray(String[]::new))
        .query(OpenTaskQueries::openTask)
        .list();
  }

  List<OpenTask> openTasks(String processKey, Collection<String> businessKeys) {
    return jdbc.sql(
            OPEN_TASK
                + " where d.key_ = :processKey and e.business_key_ = any(:businessKeys)"
                + EARLIEST_DUE_FIRST)
        .param("processKey", processKey)
        .param("businessKeys", businessKeys.toArray(String[]::new))
        .query(OpenTaskQueries::openTask)
        .list();
  }

  List<OpenTask> takenOn(String userId) {
    return jdbc.sql(OPEN_TASK + " where t.assignee_ = :userId" + EARLIEST_DUE_FIRST)
        .param("userId", userId)
        .query(OpenTaskQueries::openTask)
        .list();
  }

  List<String> assignees() {
    return jdbc.sql("select distinct assignee_ from act_ru_task where assignee_ is not null")
        .query(String.class)
        .list();
  }

  List<OpenTask> outOfReach(Collection<String> groupIds, Collection<String> userIds, int limit) {
    return jdbc.sql(
            OPEN_TASK
                + """
                 where case when t.assignee_ is not null then not t.assignee_ = any(:userIds)
                       else not exists (select 1 from act_ru_identitylink l
                                         where l.task_id_ = t.id_ and l.type_ = 'candidate'
                                           and (l.group_id_ = any(:groupIds)
                                                or l.user_id_ = any(:userIds))) end
                 order by t.create_time_, t.id_ limit :limit
                """)
        .param("groupIds", groupIds.toArray(String[]::new))
        .param("userIds", userIds.toArray(String[]::new))
        .param("limit", limit)
        .query(OpenTaskQueries::openTask)
        .list();
  }

  List<OpenTask> offeredTo(Collection<String> groupIds) {
    return jdbc.sql(
            OPEN_TASK
                + """
                 where t.id_ in (select l.task_id_ from act_ru_identitylink l
                                  where l.group_id_ = any(:groupIds) and l.type_ = 'candidate')
                """
                + EARLIEST_DUE_FIRST)
        .param("groupIds", groupIds.toArray(String[]::new))
        .query(OpenTaskQueries::openTask)
        .list();
  }

  Optional<FinishedTask> findFinished(String taskId) {
    return jdbc.sql(
            """
            select t.id_, t.name_, t.proc_def_key_, p.business_key_, t.assignee_, t.end_time_
            from act_hi_taskinst t left join act_hi_procinst p on p.id_ = t.proc_inst_id_
            where t.id_ = :taskId and t.end_time_ is not null
            """)
        .param("taskId", taskId)
        .query(
            (row, index) ->
                new FinishedTask(
                    row.getString("id_"),
                    row.getString("name_"),
                    row.getString("proc_def_key_"),
                    row.getString("business_key_"),
                    row.getString("assignee_"),
                    instant(row, "end_time_")))
        .optional();
  }

  private static OpenTask openTask(ResultSet row, int index) throws SQLException {
    Array groups = row.getArray("candidate_groups");
    return new OpenTask(
        row.getString("id_"),
        row.getString("task_def_key_"),
        row.getString("name_"),
        row.getString("process_key"),
        row.getString("business_key_"),
        row.getString("subject"),
        row.getString("assignee_"),
        List.of((String[]) groups.getArray()),
        instant(row, "create_time_"),
        instant(row, "due_date_"));
  }

  /** The engine writes its times without zone, in the JVM's; this reads them the same way. */
  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
