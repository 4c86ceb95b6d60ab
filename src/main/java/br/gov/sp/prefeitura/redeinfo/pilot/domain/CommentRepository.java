package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comments on submissions; joins the caller's transaction. */
@Repository
class CommentRepository {

  private final JdbcClient jdbc;

  CommentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param said comments by their field; {@code null} is none
   */
  void add(Pilot pilot, Map<String, String> said, long personId, Instant now) {
    said.forEach(
        (field, text) -> {
          if (text != null) {
            add(pilot.id(), pilot.submission(), field, text, personId, now);
          }
        });
  }

  /**
   * @param personId {@code null} for the process itself
   */
  void add(long pilotId, int submission, String field, String text, Long personId, Instant now) {
    jdbc.sql(
            """
            INSERT INTO pilot_comment (pilot_id, submission, field, text, person_id, at)
            VALUES (:pilot, :submission, :field, :text, :person, :now)
            """)
        .param("pilot", pilotId)
        .param("submission", submission)
        .param("field", field)
        .param("text", text)
        .param("person", personId, Types.BIGINT)
        .param("now", Timestamp.from(now))
        .update();
  }
}
