package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a pilot's own row keeps of its execution; all methods join the caller's transaction. */
@Repository
class ExecutionRepository {

  private final JdbcClient jdbc;

  ExecutionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void start(long pilotId, LocalDate day) {
    jdbc.sql("UPDATE pilot SET started_on = :day WHERE id = :pilot")
        .param("day", day)
        .param("pilot", pilotId)
        .update();
  }

  /**
   * A report is asked for at this moment, and none is overdue.
   *
   * @param at {@code null} for no report to come
   */
  void nextReport(long pilotId, Instant at) {
    jdbc.sql("UPDATE pilot SET next_report_at = :at, stale_since = NULL WHERE id = :pilot")
        .param("at", at == null ? null : Timestamp.from(at), Types.TIMESTAMP)
        .param("pilot", pilotId)
        .update();
  }

  /**
   * @return false if it was stale already
   */
  boolean markStale(long pilotId, Instant now) {
    return jdbc.sql("UPDATE pilot SET stale_since = :now WHERE id = :pilot AND stale_since IS NULL")
            .param("now", Timestamp.from(now))
            .param("pilot", pilotId)
            .update()
        == 1;
  }

  /** What an accepted report says holds for the pilot. */
  void takeOver(long pilotId, ProgressReport report) {
    jdbc.sql(
            """
            UPDATE pilot SET percent = :percent, risk = :risk, help_wanted = :help
             WHERE id = :pilot
            """)
        .param("percent", report.percent())
        .param("risk", report.risk().name())
        .param("help", report.helpWanted())
        .param("pilot", pilotId)
        .update();
  }

  /** Work done so far over the milestones that hold now, after a change of scope. */
  void recount(long pilotId) {
    jdbc.sql(
            """
            UPDATE pilot SET percent = (
                SELECT coalesce(round(avg(percent)), 0) FROM pilot_milestone
                 WHERE pilot_id = :pilot AND dropped_at IS NULL)
             WHERE id = :pilot
            """)
        .param("pilot", pilotId)
        .update();
  }

  void evaluated(long pilotId, Evaluation evaluation) {
    jdbc.sql(
            """
            UPDATE pilot SET completion = :completion, early_results = :results,
                help_wanted = false, next_report_at = NULL, stale_since = NULL
             WHERE id = :pilot
            """)
        .param("completion", evaluation.completion().name())
        .param("results", evaluation.earlyResults().name())
        .param("pilot", pilotId)
        .update();
  }
}
