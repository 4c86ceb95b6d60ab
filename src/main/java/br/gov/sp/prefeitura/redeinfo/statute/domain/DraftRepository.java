package br.gov.sp.prefeitura.redeinfo.statute.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one draft there may be; all methods join the caller's transaction. */
@Repository("statuteDraftRepository")
class DraftRepository {

  private final JdbcClient jdbc;

  DraftRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Draft> find() {
    return jdbc.sql("SELECT * FROM statute_draft")
        .query(
            (rs, n) ->
                new Draft(
                    rs.getInt("revision"),
                    VersionRepository.text(rs),
                    rs.getLong("saved_by"),
                    rs.getTimestamp("saved_at").toInstant()))
        .optional();
  }

  /**
   * @param revision the one that was read; 0 if there was none
   * @return false if somebody else has saved since
   */
  boolean save(int revision, StatuteText text, long by, Instant now) {
    String sql =
        revision == 0
            ? """
              INSERT INTO statute_draft (revision, principles, roles, duties, activities,
                  saved_by, saved_at)
              VALUES (1, :principles, :roles, :duties, :activities, :by, :now)
              ON CONFLICT DO NOTHING
              """
            : """
              UPDATE statute_draft
                 SET revision = revision + 1, principles = :principles, roles = :roles,
                     duties = :duties, activities = :activities, saved_by = :by, saved_at = :now
               WHERE revision = :revision
              """;
    return jdbc.sql(sql)
            .param("revision", revision)
            .param("principles", text.principles())
            .param("roles", text.roles())
            .param("duties", text.duties())
            .param("activities", text.activities())
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /**
   * @return false if it is another one by now
   */
  boolean remove(int revision) {
    return jdbc.sql("DELETE FROM statute_draft WHERE revision = :revision")
            .param("revision", revision)
            .update()
        == 1;
  }
}
