package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of scope. Writes join the caller's transaction. */
@Repository
public class ScopeChanges {

  private final JdbcClient jdbc;

  ScopeChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest first. */
  public List<ScopeChange> of(long pilotId) {
    return jdbc.sql("SELECT * FROM pilot_scope_change WHERE pilot_id = :pilot ORDER BY id DESC")
        .param("pilot", pilotId)
        .query((rs, n) -> change(rs))
        .list();
  }

  /** The one that waits for the coordination. */
  public Optional<ScopeChange> openOf(long pilotId) {
    return jdbc.sql(
            "SELECT * FROM pilot_scope_change WHERE pilot_id = :pilot AND decided_at IS NULL")
        .param("pilot", pilotId)
        .query((rs, n) -> change(rs))
        .optional();
  }

  void insert(long pilotId, int submission, String reason, long by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO pilot_scope_change (pilot_id, submission, reason, asked_by, asked_at)
            VALUES (:pilot, :submission, :reason, :by, :now)
            """)
        .param("pilot", pilotId)
        .param("submission", submission)
        .param("reason", reason)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  void decide(long id, boolean accepted, String decision, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE pilot_scope_change SET accepted = :accepted, decision = :decision,
                decided_by = :by, decided_at = :now
             WHERE id = :id
            """)
        .param("accepted", accepted)
        .param("decision", decision, Types.VARCHAR)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  /** An open one falls with the pilot. */
  void withdraw(long pilotId, long by, Instant now) {
    openOf(pilotId).ifPresent(open -> decide(open.id(), false, null, by, now));
  }

  private static ScopeChange change(ResultSet rs) throws SQLException {
    return new ScopeChange(
        rs.getLong("id"),
        rs.getLong("pilot_id"),
        rs.getInt("submission"),
        rs.getString("reason"),
        rs.getLong("asked_by"),
        rs.getTimestamp("asked_at").toInstant(),
        rs.getObject("accepted", Boolean.class),
        rs.getString("decision"),
        rs.getObject("decided_by", Long.class),
        PilotRepository.moment(rs, "decided_at"));
  }
}
