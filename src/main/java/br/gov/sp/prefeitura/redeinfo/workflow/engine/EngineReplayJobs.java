package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import br.gov.sp.prefeitura.redeinfo.workflow.ReplayJobs;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a replay's jobs by their priority and runs them one by one. */
@Component
@ConditionalOnProperty("rede-info.demonstration.enabled")
class EngineReplayJobs implements ReplayJobs {

  /** Instances of one round end in the same parent: how often to try again when they collide. */
  private static final int ATTEMPTS = 20;

  private static final String JOBS_OF_INSTANCE =
      """
      SELECT job.id_, job.create_time_ FROM act_ru_job job
      JOIN act_ru_execution instance ON instance.id_ = job.process_instance_id_
      WHERE instance.business_key_ = :businessKey
        AND job.process_def_key_ = :processKey
        AND job.priority_ = :priority
      """;

  private final JdbcClient jdbc;
  private final ManagementService management;
  private final Clock clock;
  private final EngineClock engineClock;

  EngineReplayJobs(
      JdbcClient jdbc, ManagementService management, Clock clock, EngineClock engineClock) {
    this.jdbc = jdbc;
    this.management = management;
    this.clock = clock;
    this.engineClock = engineClock;
  }

  @Override
  public int runDue(String processKey, String businessKey) {
    int ran = 0;
    for (List<ReplayedJob> due = due(processKey, businessKey);
        !due.isEmpty();
        due = due(processKey, businessKey)) {
      // One at a time: running one may take another away, as a boundary timer's.
      run(due.get(0));
      ran++;
    }
    return ran;
  }

  @Override
  public void handOver(String processKey, String businessKey) {
    List<String> left =
        jdbc.sql(JOBS_OF_INSTANCE)
            .param("businessKey", businessKey)
            .param("processKey", processKey)
            .param("priority", ReplaySettings.REPLAYED)
            .query((row, number) -> row.getString("id_"))
            .list();
    left.forEach(job -> management.setJobPriority(job, ReplaySettings.ORDINARY));
  }

  @Override
  public Optional<Instant> nextDue(String processKey, String businessKey) {
    return jdbc
        .sql(
            """
            SELECT min(job.duedate_) FROM act_ru_job job
            JOIN act_ru_execution instance ON instance.id_ = job.process_instance_id_
            WHERE instance.business_key_ = :businessKey
              AND job.process_def_key_ = :processKey
              AND job.priority_ = :priority AND job.retries_ > 0
            """)
        .param("businessKey", businessKey)
        .param("processKey", processKey)
        .param("priority", ReplaySettings.REPLAYED)
        .query((row, number) -> row.getTimestamp(1))
        .list()
        .stream()
        .filter(Objects::nonNull)
        .map(Timestamp::toInstant)
        .findFirst();
  }

  private List<ReplayedJob> due(String processKey, String businessKey) {
    return jdbc.sql(
            JOBS_OF_INSTANCE
                + """
                  AND (job.duedate_ IS NULL OR job.duedate_ <= :now)
                  AND job.retries_ > 0 AND job.suspension_state_ = 1
                ORDER BY job.duedate_ NULLS FIRST, job.id_ LIMIT 1
                """)
        .param("businessKey", businessKey)
        .param("processKey", processKey)
        .param("priority", ReplaySettings.REPLAYED)
        .param("now", Timestamp.from(clock.instant()))
        .query(
            (row, number) ->
                new ReplayedJob(row.getString("id_"), row.getTimestamp("create_time_").toInstant()))
        .list();
  }

  /**
   * Never before it was made: a replay that was interrupted between a step and the jobs that follow
   * from it starts again at an earlier time, and the job would judge by what held then.
   */
  private void run(ReplayedJob job) {
    Instant now = clock.instant();
    Instant at = job.madeAt().isAfter(now) ? job.madeAt() : now;
    engineClock.callAt(
        at,
        () -> {
          execute(job.id());
          return null;
        });
  }

  private void execute(String jobId) {
    for (int attempt = 1; ; attempt++) {
      try {
        management.executeJob(jobId);
        return;
      } catch (OptimisticLockingException collision) {
        if (attempt == ATTEMPTS) {
          throw collision;
        }
      }
    }
  }

  private record ReplayedJob(String id, Instant madeAt) {}
}
