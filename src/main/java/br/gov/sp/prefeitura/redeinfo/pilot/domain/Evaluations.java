package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Evaluations of pilots, one each. Writes join the caller's transaction. */
@Repository
public class Evaluations {

  private final JdbcClient jdbc;

  Evaluations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Written, and published once the pilot is {@code EVALUATED}. */
  public Optional<Evaluation> of(long pilotId) {
    return jdbc.sql("SELECT * FROM pilot_evaluation WHERE pilot_id = :pilot")
        .param("pilot", pilotId)
        .query(
            (rs, n) ->
                new Evaluation(
                    rs.getLong("pilot_id"),
                    Pilot.Completion.valueOf(rs.getString("completion")),
                    Pilot.EarlyResults.valueOf(rs.getString("early_results")),
                    rs.getString("text"),
                    rs.getString("lessons"),
                    rs.getLong("evaluated_by"),
                    rs.getTimestamp("evaluated_at").toInstant()))
        .optional();
  }

  void insert(Evaluation evaluation) {
    jdbc.sql(
            """
            INSERT INTO pilot_evaluation (pilot_id, completion, early_results, text, lessons,
                evaluated_by, evaluated_at)
            VALUES (:pilot, :completion, :results, :text, :lessons, :by, :at)
            """)
        .param("pilot", evaluation.pilotId())
        .param("completion", evaluation.completion().name())
        .param("results", evaluation.earlyResults().name())
        .param("text", evaluation.text())
        .param("lessons", evaluation.lessons(), Types.VARCHAR)
        .param("by", evaluation.evaluatedBy())
        .param("at", Timestamp.from(evaluation.evaluatedAt()))
        .update();
  }
}
