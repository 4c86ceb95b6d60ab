package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import static br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotRepository.moment;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.Completion;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.EarlyResults;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.Risk;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.EvaluationLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.MilestoneLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.PresentationLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.ReportLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what happened to an approved pilot, for its pages. */
@Component
class ExecutionQueries {

  /** Twenty years of reports. */
  private static final int REPORTS = 60;

  private final JdbcClient jdbc;

  ExecutionQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<MilestoneLine> milestones(long pilotId, LocalDate today, boolean running) {
    return jdbc.sql("SELECT * FROM pilot_milestone WHERE pilot_id = :pilot ORDER BY position")
        .param("pilot", pilotId)
        .query((rs, n) -> milestone(rs, today, running))
        .list();
  }

  private static MilestoneLine milestone(ResultSet rs, LocalDate today, boolean running)
      throws SQLException {
    LocalDate plannedEnd = rs.getObject("planned_end", LocalDate.class);
    int percent = rs.getInt("percent");
    boolean dropped = rs.getTimestamp("dropped_at") != null;
    return new MilestoneLine(
        rs.getString("title"),
        rs.getObject("planned_start", LocalDate.class),
        plannedEnd,
        rs.getString("responsible"),
        rs.getObject("actual_start", LocalDate.class),
        rs.getObject("actual_end", LocalDate.class),
        percent,
        rs.getString("delay_reason"),
        running && !dropped && percent < 100 && plannedEnd.isBefore(today),
        dropped);
  }

  /** The latest first. */
  List<ReportLine> reports(long pilotId, boolean withDrafts) {
    return jdbc.sql(
            """
            SELECT * FROM pilot_report
             WHERE pilot_id = :pilot AND (:drafts OR state <> 'DRAFT')
             ORDER BY number DESC LIMIT :limit
            """)
        .param("pilot", pilotId)
        .param("drafts", withDrafts)
        .param("limit", REPORTS)
        .query((rs, n) -> report(rs))
        .list();
  }

  private static ReportLine report(ResultSet rs) throws SQLException {
    String risk = rs.getString("risk");
    return new ReportLine(
        rs.getLong("id"),
        rs.getInt("number"),
        rs.getString("state"),
        moment(rs, "due_at"),
        rs.getString("summary"),
        risk == null ? null : Risk.valueOf(risk),
        rs.getString("risk_text"),
        rs.getBoolean("help_wanted"),
        rs.getString("help_text"),
        rs.getBoolean("finished"),
        rs.getObject("percent", Integer.class),
        rs.getObject("submitted_by", Long.class),
        moment(rs, "submitted_at"),
        rs.getString("review"));
  }

  /** The latest one scheduled, or {@code null}. */
  PresentationLine presentation(long pilotId) {
    return jdbc.sql(
            "SELECT * FROM pilot_presentation WHERE pilot_id = :pilot ORDER BY id DESC LIMIT 1")
        .param("pilot", pilotId)
        .query(
            (rs, n) ->
                new PresentationLine(
                    moment(rs, "starts_at"),
                    rs.getString("place"),
                    rs.getString("authorities"),
                    rs.getObject("held", Boolean.class),
                    rs.getString("note")))
        .optional()
        .orElse(null);
  }

  /** {@code null} if there is none. */
  EvaluationLine evaluation(long pilotId) {
    return jdbc.sql("SELECT * FROM pilot_evaluation WHERE pilot_id = :pilot")
        .param("pilot", pilotId)
        .query(
            (rs, n) ->
                new EvaluationLine(
                    Completion.valueOf(rs.getString("completion")),
                    EarlyResults.valueOf(rs.getString("early_results")),
                    rs.getString("text"),
                    rs.getString("lessons"),
                    moment(rs, "evaluated_at")))
        .optional()
        .orElse(null);
  }
}
