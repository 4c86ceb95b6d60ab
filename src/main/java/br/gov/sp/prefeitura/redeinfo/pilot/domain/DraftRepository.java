package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code pilot_draft}; all methods join the caller's transaction. */
@Repository
class DraftRepository {

  private static final TypeReference<TreeMap<String, String>> TYPED = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  DraftRepository(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(Draft draft) {
    jdbc.sql(
            """
            INSERT INTO pilot_draft (pilot_id, revision, typed, saved_by, saved_at)
            VALUES (:pilot, :revision, cast(:typed AS jsonb), :by, :at)
            """)
        .param("pilot", draft.pilotId())
        .param("revision", draft.revision())
        .param("typed", write(draft.typed()))
        .param("by", draft.savedBy())
        .param("at", Timestamp.from(draft.savedAt()))
        .update();
  }

  /** The one that holds. */
  Optional<Draft> latest(long pilotId) {
    return jdbc.sql(
            "SELECT * FROM pilot_draft WHERE pilot_id = :pilot ORDER BY revision DESC LIMIT 1")
        .param("pilot", pilotId)
        .query((rs, n) -> draft(rs))
        .optional();
  }

  Optional<Draft> find(long pilotId, int revision) {
    return jdbc.sql("SELECT * FROM pilot_draft WHERE pilot_id = :pilot AND revision = :revision")
        .param("pilot", pilotId)
        .param("revision", revision)
        .query((rs, n) -> draft(rs))
        .optional();
  }

  /** Forgets all but the latest ones, from which somebody may still be writing. */
  void prune(long pilotId, int keep) {
    jdbc.sql(
            """
            DELETE FROM pilot_draft
             WHERE pilot_id = :pilot
               AND revision <= (SELECT max(revision) - :keep FROM pilot_draft WHERE pilot_id = :pilot)
            """)
        .param("pilot", pilotId)
        .param("keep", keep)
        .update();
  }

  private String write(TypedProposal typed) {
    try {
      return json.writeValueAsString(typed.values());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a draft that cannot be written", e);
    }
  }

  private Draft draft(ResultSet rs) throws SQLException {
    try {
      return new Draft(
          rs.getLong("pilot_id"),
          rs.getInt("revision"),
          new TypedProposal(json.readValue(rs.getString("typed"), TYPED)),
          rs.getLong("saved_by"),
          rs.getTimestamp("saved_at").toInstant());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept draft that cannot be read", e);
    }
  }
}
