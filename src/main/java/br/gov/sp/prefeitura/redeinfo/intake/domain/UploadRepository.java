package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Verdict;
import br.gov.sp.prefeitura.redeinfo.intake.domain.Upload.State;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the table {@code import_upload}. */
@Repository
class UploadRepository {

  /** Any number that no other part of the application uses. */
  private static final long LOCK = 7_201_802L;

  private static final String COLUMNS =
      """
      id, kind, state, file_name, line_count, uploaded_by, uploaded_at, expires_at, closed_at,
      added, changed, unchanged
      """;

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  UploadRepository(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  long insert(UploadedList list, String fileName, long by, Instant now, Instant expiresAt) {
    return jdbc.sql(
            """
            INSERT INTO import_upload (kind, state, file_name, line_count, content, uploaded_by,
                                       uploaded_at, expires_at)
            VALUES (:kind, 'WAITING', :fileName, :lines, cast(:content AS jsonb), :by, :now,
                    :expiresAt)
            RETURNING id
            """)
        .param("kind", list.kind().name())
        .param("fileName", fileName)
        .param("lines", list.lines().size())
        .param("content", write(list))
        .param("by", by)
        .param("now", utc(now))
        .param("expiresAt", utc(expiresAt))
        .query(Long.class)
        .single();
  }

  Optional<Upload> find(long id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM import_upload WHERE id = :id")
        .param("id", id)
        .query(UploadRepository::map)
        .optional();
  }

  /** Locks the row until the transaction ends. */
  Optional<Upload> lock(long id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM import_upload WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(UploadRepository::map)
        .optional();
  }

  /** One list at a time is taken over, on all nodes, until the transaction ends. */
  void waitForTurn() {
    jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
  }

  /** Empty once the lines are gone. */
  Optional<UploadedList> content(long id) {
    return jdbc.sql("SELECT content FROM import_upload WHERE id = :id AND content IS NOT NULL")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(this::read);
  }

  List<Upload> newest(int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM import_upload ORDER BY uploaded_at DESC, id DESC LIMIT :limit")
        .param("limit", limit)
        .query(UploadRepository::map)
        .list();
  }

  /** The lines go; how many they were stays. */
  void close(long id, State state, Instant now) {
    jdbc.sql(
            """
            UPDATE import_upload SET state = :state, closed_at = :now, content = NULL, file_name = NULL
             WHERE id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("now", utc(now))
        .update();
  }

  void closeApplied(long id, ImportPlan plan, Instant now) {
    close(id, State.APPLIED, now);
    jdbc.sql(
            """
            UPDATE import_upload SET added = :added, changed = :changed, unchanged = :unchanged
             WHERE id = :id
            """)
        .param("id", id)
        .param("added", plan.count(Verdict.NEW))
        .param("changed", plan.count(Verdict.CHANGED))
        .param("unchanged", plan.count(Verdict.UNCHANGED))
        .update();
  }

  /**
   * Lists that wait longer than they may, and all but the person's newest.
   *
   * @param by {@code null} for everybody's too old ones only
   */
  int expire(Instant now, Long by, int kept) {
    return jdbc.sql(
            """
            UPDATE import_upload
               SET state = 'EXPIRED', closed_at = :now, content = NULL, file_name = NULL
             WHERE state = 'WAITING'
               AND (expires_at <= :now
                 OR id IN (SELECT id FROM import_upload
                            WHERE state = 'WAITING' AND uploaded_by = cast(:by AS bigint)
                            ORDER BY uploaded_at DESC, id DESC OFFSET :kept))
            """)
        .param("now", utc(now))
        .param("by", by)
        .param("kept", kept)
        .update();
  }

  int deleteClosedBefore(Instant moment) {
    return jdbc.sql("DELETE FROM import_upload WHERE closed_at < :moment")
        .param("moment", utc(moment))
        .update();
  }

  private String write(UploadedList list) {
    try {
      return json.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list that cannot be written", e);
    }
  }

  private UploadedList read(String content) {
    try {
      return json.readValue(content, UploadedList.class);
    } catch (JsonProcessingException e) {
      // Without the cause, which repeats what the list says of people.
      throw new IllegalStateException("a stored list that cannot be read");
    }
  }

  private static Upload map(ResultSet row, int number) throws SQLException {
    return new Upload(
        row.getLong("id"),
        ListKind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")),
        row.getString("file_name"),
        row.getInt("line_count"),
        row.getLong("uploaded_by"),
        instant(row, "uploaded_at"),
        instant(row, "expires_at"),
        instant(row, "closed_at"),
        row.getObject("added", Integer.class),
        row.getObject("changed", Integer.class),
        row.getObject("unchanged", Integer.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
