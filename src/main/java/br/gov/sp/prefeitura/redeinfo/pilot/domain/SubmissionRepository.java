package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.shared.text.KeptJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
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

  /**
   * @param previous the number with which reviewers compare it, or {@code null} for the first
   */
  void insert(long pilotId, int number, Integer previous, Proposal proposal, long by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO pilot_submission
                (pilot_id, number, previous, proposal, submitted_by, submitted_at)
            VALUES (:pilot, :number, :previous, cast(:proposal AS jsonb), :by, :now)
            """)
        .param("pilot", pilotId)
        .param("number", number)
        .param("previous", previous, Types.INTEGER)
        .param("proposal", KeptJson.write(proposal))
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The highest number so far, 0 for none. */
  int last(long pilotId) {
    return jdbc.sql("SELECT coalesce(max(number), 0) FROM pilot_submission WHERE pilot_id = :pilot")
        .param("pilot", pilotId)
        .query(Integer.class)
        .single();
  }

  /** The one that holds: the latest, without changes of scope that were not accepted. */
  Optional<SubmittedProposal> latest(long pilotId) {
    return jdbc.sql(
            """
            SELECT s.* FROM pilot p
              JOIN pilot_submission s ON s.pilot_id = p.id AND s.number = p.submission
             WHERE p.id = :pilot
            """)
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
        rs.getObject("previous", Integer.class),
        KeptJson.read(rs.getString("proposal"), Proposal.class),
        rs.getLong("submitted_by"),
        rs.getTimestamp("submitted_at").toInstant());
  }
}
