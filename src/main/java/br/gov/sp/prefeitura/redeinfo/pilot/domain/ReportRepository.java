package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProgressReport.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Progress reports and what they say of milestones; joins the caller's transaction. */
@Repository
class ReportRepository {

  private final JdbcClient jdbc;

  ReportRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ProgressReport> of(long pilotId) {
    return jdbc.sql("SELECT * FROM pilot_report WHERE pilot_id = :pilot ORDER BY number DESC")
        .param("pilot", pilotId)
        .query((rs, n) -> report(rs))
        .list();
  }

  Optional<ProgressReport> findOpen(long pilotId) {
    return jdbc.sql("SELECT * FROM pilot_report WHERE pilot_id = :pilot AND state <> 'ACCEPTED'")
        .param("pilot", pilotId)
        .query((rs, n) -> report(rs))
        .optional();
  }

  void insert(long pilotId, Instant now, Instant dueAt) {
    jdbc.sql(
            """
            INSERT INTO pilot_report (pilot_id, number, state, opened_at, due_at)
            SELECT :pilot, count(*) + 1, 'DRAFT', :now, :due
              FROM pilot_report WHERE pilot_id = :pilot
            """)
        .param("pilot", pilotId)
        .param("now", Timestamp.from(now))
        .param("due", Timestamp.from(dueAt))
        .update();
  }

  /** Gives it the milestones that hold now; what was written of those it had already stays. */
  void refreshMilestones(long reportId) {
    jdbc.sql(
            """
            INSERT INTO pilot_report_milestone
                (report_id, milestone_id, percent, actual_start, actual_end, delay_reason)
            SELECT r.id, m.id, m.percent, m.actual_start, m.actual_end, m.delay_reason
              FROM pilot_report r JOIN pilot_milestone m ON m.pilot_id = r.pilot_id
             WHERE r.id = :report AND m.dropped_at IS NULL
            ON CONFLICT DO NOTHING
            """)
        .param("report", reportId)
        .update();
  }

  /** Whether, and until when, the body is asked for it. */
  void askUntil(long reportId, Instant dueAt) {
    jdbc.sql("UPDATE pilot_report SET due_at = :due WHERE id = :report")
        .param("due", dueAt == null ? null : Timestamp.from(dueAt), Types.TIMESTAMP)
        .param("report", reportId)
        .update();
  }

  /** Nobody is asked for the open report any more; one that was sent is a draft again. */
  void setAside(long pilotId) {
    jdbc.sql(
            """
            UPDATE pilot_report SET due_at = NULL, percent = NULL,
                state = 'DRAFT',
                submitted_by = NULL, submitted_at = NULL
             WHERE pilot_id = :pilot AND state <> 'ACCEPTED'
            """)
        .param("pilot", pilotId)
        .update();
  }

  /**
   * Keeps what was written.
   *
   * @return false if somebody saved it since the version
   */
  boolean save(long reportId, int version, WrittenReport written, long by, Instant now) {
    boolean saved =
        jdbc.sql(
                    """
                    UPDATE pilot_report SET summary = :summary, risk = :risk,
                        risk_text = :riskText, help_wanted = :help, help_text = :helpText,
                        finished = :finished, version = version + 1, saved_by = :by, saved_at = :now
                     WHERE id = :report AND version = :version AND state IN ('DRAFT', 'RETURNED')
                    """)
                .param("summary", written.summary(), Types.VARCHAR)
                .param("risk", written.risk() == null ? null : written.risk().name(), Types.VARCHAR)
                .param("riskText", written.riskText(), Types.VARCHAR)
                .param("help", written.helpWanted())
                .param("helpText", written.helpText(), Types.VARCHAR)
                .param("finished", written.finished())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("report", reportId)
                .param("version", version)
                .update()
            == 1;
    if (saved) {
      written.milestones().forEach(milestone -> save(reportId, milestone));
    }
    return saved;
  }

  private void save(long reportId, ReportedMilestone reported) {
    jdbc.sql(
            """
            UPDATE pilot_report_milestone SET percent = :percent, actual_start = :start,
                actual_end = :end, delay_reason = :reason
             WHERE report_id = :report AND milestone_id = :milestone
            """)
        .param("percent", reported.percent())
        .param("start", reported.actualStart(), Types.DATE)
        .param("end", reported.actualEnd(), Types.DATE)
        .param("reason", reported.delayReason(), Types.VARCHAR)
        .param("report", reportId)
        .param("milestone", reported.milestone().id())
        .update();
  }

  void submit(long reportId, int percent, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE pilot_report SET state = 'SUBMITTED', percent = :percent,
                submitted_by = :by, submitted_at = :now
             WHERE id = :report
            """)
        .param("percent", percent)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("report", reportId)
        .update();
  }

  /**
   * @param review {@code null} for none
   */
  void review(long reportId, State state, String review, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE pilot_report SET state = :state, review = :review, reviewed_by = :by,
                reviewed_at = :now,
                due_at = CASE WHEN :returned THEN NULL ELSE due_at END
             WHERE id = :report
            """)
        .param("state", state.name())
        .param("returned", state == State.RETURNED)
        .param("review", review, Types.VARCHAR)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("report", reportId)
        .update();
  }

  List<ReportedMilestone> milestonesOf(long reportId) {
    return jdbc.sql(
            """
            SELECT m.*, r.percent AS new_percent, r.actual_start AS new_start,
                   r.actual_end AS new_end, r.delay_reason AS new_reason
              FROM pilot_report_milestone r JOIN pilot_milestone m ON m.id = r.milestone_id
              JOIN pilot_report p ON p.id = r.report_id
             WHERE r.report_id = :report AND (m.dropped_at IS NULL OR p.state = 'ACCEPTED')
             ORDER BY m.position
            """)
        .param("report", reportId)
        .query(
            (rs, n) ->
                new ReportedMilestone(
                    Milestones.milestone(rs),
                    rs.getInt("new_percent"),
                    rs.getObject("new_start", LocalDate.class),
                    rs.getObject("new_end", LocalDate.class),
                    rs.getString("new_reason")))
        .list();
  }

  private static ProgressReport report(ResultSet rs) throws SQLException {
    String risk = rs.getString("risk");
    return new ProgressReport(
        rs.getLong("id"),
        rs.getLong("pilot_id"),
        rs.getInt("number"),
        State.valueOf(rs.getString("state")),
        PilotRepository.moment(rs, "opened_at"),
        PilotRepository.moment(rs, "due_at"),
        rs.getString("summary"),
        risk == null ? null : Pilot.Risk.valueOf(risk),
        rs.getString("risk_text"),
        rs.getBoolean("help_wanted"),
        rs.getString("help_text"),
        rs.getBoolean("finished"),
        rs.getObject("percent", Integer.class),
        rs.getObject("submitted_by", Long.class),
        PilotRepository.moment(rs, "submitted_at"),
        rs.getString("review"),
        rs.getObject("reviewed_by", Long.class),
        PilotRepository.moment(rs, "reviewed_at"),
        rs.getInt("version"),
        rs.getObject("saved_by", Long.class),
        PilotRepository.moment(rs, "saved_at"));
  }
}
