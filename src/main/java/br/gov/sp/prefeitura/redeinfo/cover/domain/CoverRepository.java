package br.gov.sp.prefeitura.redeinfo.cover.domain;

import br.gov.sp.prefeitura.redeinfo.cover.domain.AbsenceCover.EndReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of covers; all methods join the caller's transaction. */
@Repository
class CoverRepository {

  private static final String OPEN_OF_PERSON =
      "WHERE (absent_id = :person OR substitute_id = :person) AND ended_at IS NULL ";

  private final JdbcClient jdbc;

  CoverRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty if there is the same one. */
  Optional<Long> insert(
      long absentId,
      long substituteId,
      Instant startsAt,
      Instant endsAt,
      Collection<String> processes,
      String reason,
      long by,
      Instant now) {
    return jdbc.sql(
            """
            INSERT INTO absence_cover
                   (absent_id, substitute_id, starts_at, ends_at, processes, reason, named_by, named_at)
            VALUES (:absent, :substitute, :starts, :ends, :processes, :reason, :by, :now)
            ON CONFLICT (absent_id, substitute_id, starts_at, ends_at) WHERE ended_at IS NULL
            DO NOTHING RETURNING id
            """)
        .param("absent", absentId)
        .param("substitute", substituteId)
        .param("starts", Timestamp.from(startsAt))
        .param("ends", Timestamp.from(endsAt))
        .param("processes", processes.stream().sorted().toArray(String[]::new))
        .param("reason", reason)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .optional();
  }

  Optional<AbsenceCover> lock(long id) {
    return jdbc.sql("SELECT * FROM absence_cover WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query((row, n) -> map(row))
        .optional();
  }

  void end(long id, EndReason reason, Long by, Instant now) {
    jdbc.sql(
            """
            UPDATE absence_cover SET ended_at = :now, ended_by = :by, end_reason = :reason
             WHERE id = :id
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("reason", reason.name())
        .update();
  }

  /** Covers whose last moment has passed and that no other node closes just now; locked. */
  List<AbsenceCover> takeLapsed(Instant now, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM absence_cover WHERE ended_at IS NULL AND ends_at <= :now
             ORDER BY ends_at, id LIMIT :limit FOR UPDATE SKIP LOCKED
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query((row, n) -> map(row))
        .list();
  }

  /** To come and running, as absent person or substitute; locked. */
  List<AbsenceCover> lockOpenOf(long personId) {
    return openOf(personId, "ORDER BY id FOR UPDATE");
  }

  List<AbsenceCover> openOf(long personId) {
    return openOf(personId, "ORDER BY id");
  }

  private List<AbsenceCover> openOf(long personId, String end) {
    return jdbc.sql("SELECT * FROM absence_cover " + OPEN_OF_PERSON + end)
        .param("person", personId)
        .query((row, n) -> map(row))
        .list();
  }

  /** The newest first. */
  List<AbsenceCover> ofPerson(long personId, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM absence_cover WHERE absent_id = :person OR substitute_id = :person
             ORDER BY id DESC LIMIT :limit
            """)
        .param("person", personId)
        .param("limit", limit)
        .query((row, n) -> map(row))
        .list();
  }

  /** Of everybody, the newest first. */
  List<AbsenceCover> all(long beforeId, int limit) {
    return jdbc.sql("SELECT * FROM absence_cover WHERE id < :before ORDER BY id DESC LIMIT :limit")
        .param("before", beforeId)
        .param("limit", limit)
        .query((row, n) -> map(row))
        .list();
  }

  static AbsenceCover map(ResultSet row) throws SQLException {
    String reason = row.getString("end_reason");
    Timestamp ended = row.getTimestamp("ended_at");
    return new AbsenceCover(
        row.getLong("id"),
        row.getLong("absent_id"),
        row.getLong("substitute_id"),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        List.of((String[]) row.getArray("processes").getArray()),
        row.getString("reason"),
        row.getLong("named_by"),
        ended == null ? null : ended.toInstant(),
        row.getObject("ended_by", Long.class),
        reason == null ? null : EndReason.valueOf(reason));
  }
}
