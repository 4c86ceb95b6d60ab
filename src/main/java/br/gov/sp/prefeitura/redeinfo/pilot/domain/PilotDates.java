package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The moments for which the process of a pilot waits; reads only. */
@Repository
public class PilotDates {

  private final JdbcClient jdbc;

  PilotDates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The deadline of the ballot that is open. */
  public Instant ballotDeadline(long pilotId) {
    return one(
        "SELECT deadline FROM pilot_ballot WHERE pilot_id = :pilot ORDER BY round DESC LIMIT 1",
        pilotId);
  }

  /** When the presentation that was scheduled last begins. */
  public Instant presentation(long pilotId) {
    return one(
        "SELECT starts_at FROM pilot_presentation WHERE pilot_id = :pilot ORDER BY id DESC LIMIT 1",
        pilotId);
  }

  /** When the next progress report is asked for. */
  public Instant nextReport(long pilotId) {
    return one("SELECT next_report_at FROM pilot WHERE id = :pilot", pilotId);
  }

  private Instant one(String sql, long pilotId) {
    return jdbc.sql(sql).param("pilot", pilotId).query(Timestamp.class).single().toInstant();
  }
}
