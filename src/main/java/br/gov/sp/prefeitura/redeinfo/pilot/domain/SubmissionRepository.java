package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code pilot_submission}, never changed; all methods join the caller's transaction. */
@Repository
class SubmissionRepository {

  private final JdbcClient jdbc;

  SubmissionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(long pilotId, int number, Proposal proposal, long by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO pilot_submission (pilot_id, number, proposal, submitted_by, submitted_at)
            VALUES (:pilot, :number, cast(:proposal AS jsonb), :by, :now)
            """)
        .param("pilot", pilotId)
        .param("number", number)
        .param("proposal", ProposalJson.write(proposal))
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<SubmittedProposal> latest(long pilotId) {
    return jdbc.sql(
            "SELECT * FROM pilot_submission WHERE pilot_id = :pilot ORDER BY number DESC LIMIT 1")
        .param("pilot", pilotId)
        .query((rs, n) -> submission(rs))
        .optional();
  }

  Optional<SubmittedProposal> find(long pilotId, int number) {
    return jdbc.sql("SELECT * FROM pilot_submission WHERE pilot_id = :pilot AND number = :number")
        .param("pilot", pilotId)
        .param("number", number)
        .query((rs, n) -> submission(rs))
        .optional();
  }

  List<SubmittedProposal> of(long pilotId) {
    return jdbc.sql("SELECT * FROM pilot_submission WHERE pilot_id = :pilot ORDER BY number DESC")
        .param("pilot", pilotId)
        .query((rs, n) -> submission(rs))
        .list();
  }

  private static SubmittedProposal submission(ResultSet rs) throws SQLException {
    return new SubmittedProposal(
        rs.getLong("pilot_id"),
        rs.getInt("number"),
        ProposalJson.read(rs.getString("proposal")),
        rs.getLong("submitted_by"),
        rs.getTimestamp("submitted_at").toInstant());
  }
}
