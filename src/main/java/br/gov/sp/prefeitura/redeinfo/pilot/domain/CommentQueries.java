package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comments on submissions. Who may read them is the caller's to ask ({@link PilotAccess}). */
@Repository
public class CommentQueries {

  private final JdbcClient jdbc;

  CommentQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of a pilot, oldest first. */
  public List<PilotComment> of(long pilotId) {
    return jdbc.sql("SELECT * FROM pilot_comment WHERE pilot_id = :pilot ORDER BY submission, id")
        .param("pilot", pilotId)
        .query(
            (rs, n) ->
                new PilotComment(
                    rs.getLong("id"),
                    rs.getInt("submission"),
                    rs.getString("field"),
                    rs.getString("text"),
                    rs.getObject("person_id", Long.class),
                    rs.getTimestamp("at").toInstant()))
        .list();
  }

  /** Those on one submission, oldest first. */
  public List<PilotComment> of(long pilotId, int submission) {
    return of(pilotId).stream().filter(comment -> comment.submission() == submission).toList();
  }
}
