package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the table {@code meeting}; all methods join the caller's transaction. */
@Repository
class MeetingRepository {

  private final JdbcClient jdbc;

  MeetingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(MeetingPlan plan, String quarter, long by, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO meeting (kind, title, purpose, state, state_since, starts_at, ends_at,
                place, link, hosts, quarter, attendance_event_id, own_sheet, created_by, created_at)
            VALUES (:kind, :title, :purpose, 'PLANNED', :now, :starts, :ends,
                :place, :link, :hosts, :quarter, :event, :own, :by, :now)
            RETURNING id
            """)
        .param("kind", plan.kind())
        .param("title", plan.title())
        .param("purpose", plan.purpose())
        .param("starts", utc(plan.startsAtInstant()))
        .param("ends", utc(plan.endsAtInstant()))
        .param("place", plan.place())
        .param("link", plan.link())
        .param("hosts", plan.hosts())
        .param("quarter", quarter)
        .param("event", plan.sharedEventId())
        .param("own", plan.sharedEventId() == null)
        .param("by", by)
        .param("now", utc(now))
        .query(Long.class)
        .single();
  }

  void update(long id, MeetingPlan plan, String quarter) {
    jdbc.sql(
            """
            UPDATE meeting
               SET kind = :kind, title = :title, purpose = :purpose, starts_at = :starts,
                   ends_at = :ends, place = :place, link = :link, hosts = :hosts,
                   quarter = :quarter, attendance_event_id = :event, own_sheet = :own
             WHERE id = :id
            """)
        .param("id", id)
        .param("kind", plan.kind())
        .param("title", plan.title())
        .param("purpose", plan.purpose())
        .param("starts", utc(plan.startsAtInstant()))
        .param("ends", utc(plan.endsAtInstant()))
        .param("place", plan.place())
        .param("link", plan.link())
        .param("hosts", plan.hosts())
        .param("quarter", quarter)
        .param("event", plan.sharedEventId())
        .param("own", plan.sharedEventId() == null)
        .update();
  }

  Optional<Meeting> find(long id) {
    return read("SELECT * FROM meeting WHERE id = :id", id);
  }

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Meeting> lock(long id) {
    return read("SELECT * FROM meeting WHERE id = :id FOR UPDATE", id);
  }

  private Optional<Meeting> read(String sql, long id) {
    return jdbc.sql(sql).param("id", id).query(MeetingRepository::map).optional();
  }

  /** Enters the state; a reason stays if there is no new one. */
  void enter(long id, MeetingState state, String reason, Instant now) {
    jdbc.sql(
            """
            UPDATE meeting SET state = :state, state_since = :now, reason = coalesce(:reason, reason)
             WHERE id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("reason", reason)
        .param("now", utc(now))
        .update();
  }

  void convene(long id, String message, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE meeting
               SET state = 'CONVENED', state_since = :now, message = :message,
                   convened_by = :by, convened_at = :now
             WHERE id = :id
            """)
        .param("id", id)
        .param("message", message)
        .param("by", by)
        .param("now", utc(now))
        .update();
  }

  void setSheet(long id, long eventId) {
    jdbc.sql("UPDATE meeting SET attendance_event_id = :event WHERE id = :id")
        .param("id", id)
        .param("event", eventId)
        .update();
  }

  /** At another time or place, with the reason if there is one; its calendar entry is a new one. */
  void move(
      long id,
      Instant startsAt,
      Instant endsAt,
      String place,
      String link,
      String quarter,
      String reason) {
    jdbc.sql(
            """
            UPDATE meeting
               SET starts_at = :starts, ends_at = :ends, place = :place, link = :link,
                   quarter = :quarter, sequence = sequence + 1, reason = coalesce(:reason, reason)
             WHERE id = :id
            """)
        .param("id", id)
        .param("starts", utc(startsAt))
        .param("ends", utc(endsAt))
        .param("place", place)
        .param("link", link)
        .param("quarter", quarter)
        .param("reason", reason)
        .update();
  }

  /** It does not take place: its calendar entry changes a last time. */
  void callOff(long id, MeetingState state, String reason, Instant now) {
    enter(id, state, reason, now);
    jdbc.sql("UPDATE meeting SET sequence = sequence + 1 WHERE id = :id").param("id", id).update();
  }

  void recordHeld(long id, Held held, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE meeting
               SET state = 'HELD', state_since = :now, held_at = :now, began_at = :began,
                   ended_at = :ended, others_present = :others, quorum_met = :met,
                   recorded_by = :by, recorded_at = :now
             WHERE id = :id
            """)
        .param("id", id)
        .param("began", utc(held.beganAt()))
        .param("ended", utc(held.endedAt()))
        .param("others", held.othersPresent())
        .param("met", held.quorumMet())
        .param("by", by)
        .param("now", utc(now))
        .update();
  }

  void recordNotHeld(long id, String reason, long by, Instant now) {
    callOff(id, MeetingState.NOT_HELD, reason, now);
    jdbc.sql("UPDATE meeting SET recorded_by = :by, recorded_at = :now WHERE id = :id")
        .param("id", id)
        .param("by", by)
        .param("now", utc(now))
        .update();
  }

  static Meeting map(ResultSet row, int number) throws SQLException {
    return new Meeting(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("title"),
        row.getString("purpose"),
        MeetingState.valueOf(row.getString("state")),
        instant(row, "state_since"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getString("place"),
        row.getString("link"),
        row.getString("hosts"),
        row.getString("quarter"),
        row.getObject("attendance_event_id", Long.class),
        row.getBoolean("own_sheet"),
        row.getInt("sequence"),
        row.getString("reason"),
        row.getString("message"),
        row.getObject("convened_by", Long.class),
        instant(row, "convened_at"),
        instant(row, "began_at"),
        instant(row, "ended_at"),
        row.getObject("others_present", Integer.class),
        row.getObject("quorum_met", Boolean.class),
        instant(row, "held_at"),
        row.getObject("recorded_by", Long.class),
        instant(row, "recorded_at"),
        row.getLong("created_by"),
        instant(row, "created_at"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  static Timestamp utc(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  /** What is kept of a meeting that took place. */
  record Held(Instant beganAt, Instant endedAt, int othersPresent, Boolean quorumMet) {}
}
