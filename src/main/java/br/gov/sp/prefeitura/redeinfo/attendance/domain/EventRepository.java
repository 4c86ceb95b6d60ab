package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceEvents.NewEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the table {@code attendance_event}; all methods join the caller's transaction. */
@Repository
class EventRepository {

  private static final String SELECT =
      """
      SELECT id, kind, subject_id, title, starts_at, ends_at, state, closed_at, closed_by
        FROM attendance_event
      """;

  private final JdbcClient jdbc;

  EventRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<AttendanceEvent> find(long id) {
    return jdbc.sql(SELECT + " WHERE id = :id")
        .param("id", id)
        .query(EventRepository::map)
        .optional();
  }

  /** Reads it and keeps it from being completed, moved or cancelled until the transaction ends. */
  Optional<AttendanceEvent> hold(long id) {
    return jdbc.sql(SELECT + " WHERE id = :id FOR SHARE")
        .param("id", id)
        .query(EventRepository::map)
        .optional();
  }

  /** Reads it and keeps everybody else from changing it or its sheet. */
  Optional<AttendanceEvent> lock(long id) {
    return jdbc.sql(SELECT + " WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(EventRepository::map)
        .optional();
  }

  /** Events whose sheet is not complete, the latest first. */
  List<AttendanceEvent> open(Instant from, Instant until, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 WHERE state = 'OPEN' AND starts_at BETWEEN :from AND :until
                 ORDER BY starts_at DESC, id DESC LIMIT :limit
                """)
        .param("from", utc(from))
        .param("until", utc(until))
        .param("limit", limit)
        .query(EventRepository::map)
        .list();
  }

  /** The event's id; it may have been there already. */
  long insert(NewEvent event, byte[] checkInKey) {
    return jdbc.sql(
            """
            INSERT INTO attendance_event AS e
                   (kind, subject_id, title, starts_at, ends_at, state, check_in_key)
            VALUES (:kind, :subject, :title, :startsAt, :endsAt, 'OPEN', :key)
            ON CONFLICT (kind, subject_id) DO UPDATE SET title = e.title
            RETURNING id
            """)
        .param("kind", event.kind())
        .param("subject", event.subjectId())
        .param("title", event.title())
        .param("startsAt", utc(event.startsAt()))
        .param("endsAt", utc(event.endsAt()))
        .param("key", checkInKey)
        .query(Long.class)
        .single();
  }

  /** The event as it is now; nothing if its sheet was not open. */
  Optional<AttendanceEvent> move(long id, Instant startsAt, Instant endsAt) {
    return jdbc.sql(
            """
            UPDATE attendance_event SET starts_at = :startsAt, ends_at = :endsAt
             WHERE id = :id AND state = 'OPEN' RETURNING *
            """)
        .param("id", id)
        .param("startsAt", utc(startsAt))
        .param("endsAt", utc(endsAt))
        .query(EventRepository::map)
        .optional();
  }

  /** The event as it is now; nothing if its sheet was not open. */
  Optional<AttendanceEvent> cancel(long id) {
    return jdbc.sql(
            """
            UPDATE attendance_event SET state = 'CANCELLED'
             WHERE id = :id AND state = 'OPEN' RETURNING *
            """)
        .param("id", id)
        .query(EventRepository::map)
        .optional();
  }

  void close(long id, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE attendance_event
               SET state = 'CLOSED', closed_at = :now, closed_by = :by,
                   (expected, present, absent, justified) = (
                     SELECT count(*), count(*) FILTER (WHERE status = 'PRESENT'),
                            count(*) FILTER (WHERE status = 'ABSENT'),
                            count(*) FILTER (WHERE status = 'JUSTIFIED')
                       FROM attendance_entry WHERE event_id = :id)
             WHERE id = :id
            """)
        .param("id", id)
        .param("now", utc(now))
        .param("by", by)
        .update();
  }

  byte[] checkInKey(long id) {
    return jdbc.sql("SELECT check_in_key FROM attendance_event WHERE id = :id")
        .param("id", id)
        .query(byte[].class)
        .single();
  }

  static AttendanceEvent map(ResultSet row, int number) throws SQLException {
    return new AttendanceEvent(
        row.getLong("id"),
        row.getString("kind"),
        row.getLong("subject_id"),
        row.getString("title"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        AttendanceEvent.State.valueOf(row.getString("state")),
        instant(row, "closed_at"),
        row.getObject("closed_by", Long.class));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
