package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Partnership.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What partners answer; all methods join the caller's transaction. */
@Repository
class PartnershipRepository {

  private final JdbcClient jdbc;

  PartnershipRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Partnership> of(long pilotId) {
    return jdbc.sql("SELECT * FROM pilot_partner WHERE pilot_id = :pilot ORDER BY id")
        .param("pilot", pilotId)
        .query((rs, n) -> partnership(rs))
        .list();
  }

  Optional<Partnership> find(long id) {
    return jdbc.sql("SELECT * FROM pilot_partner WHERE id = :id")
        .param("id", id)
        .query((rs, n) -> partnership(rs))
        .optional();
  }

  /**
   * @param reason {@code null} for none
   * @return false if it was not asked, or has answered
   */
  boolean answer(long id, State state, String reason, long by, Instant now) {
    return jdbc.sql(
                """
                UPDATE pilot_partner SET state = :state, reason = :reason, answered_by = :by,
                    answered_at = :now
                 WHERE id = :id AND state = 'ASKED'
                """)
            .param("id", id)
            .param("state", state.name())
            .param("reason", reason, Types.VARCHAR)
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Whoever was asked and did not answer. */
  void markSilent(long pilotId) {
    jdbc.sql(
            "UPDATE pilot_partner SET state = 'SILENT' WHERE pilot_id = :pilot AND state = 'ASKED'")
        .param("pilot", pilotId)
        .update();
  }

  private static Partnership partnership(ResultSet rs) throws SQLException {
    return new Partnership(
        rs.getLong("id"),
        rs.getLong("pilot_id"),
        rs.getObject("body_id", Long.class),
        rs.getString("guest"),
        rs.getString("part"),
        State.valueOf(rs.getString("state")),
        rs.getString("reason"),
        rs.getObject("answered_by", Long.class),
        PilotRepository.moment(rs, "answered_at"));
  }
}
