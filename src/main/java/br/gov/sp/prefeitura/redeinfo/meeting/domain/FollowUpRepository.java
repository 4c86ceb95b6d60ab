package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp.State;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpEvent.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Follow-ups and what happened to them; all methods join the caller's transaction. */
@Repository
class FollowUpRepository {

  /** Reads follow-ups together with the meeting that decided them. */
  static final String SELECT =
      """
      SELECT f.*, m.title AS meeting_title, m.starts_at AS meeting_at
        FROM follow_up f JOIN meeting m ON m.id = f.meeting_id
      """;

  private final JdbcClient jdbc;

  FollowUpRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(long meetingId, NewFollowUp decided, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO follow_up (meeting_id, initiative_id, text, body_id, owner_id, due_on,
                state, opened_at)
            VALUES (:meeting, :initiative, :text, :body, :owner, :due, 'OPEN', :now)
            RETURNING id
            """)
        .param("meeting", meetingId)
        .param("initiative", decided.initiativeId())
        .param("text", decided.text())
        .param("body", decided.bodyId())
        .param("owner", decided.ownerId())
        .param("due", decided.dueOn())
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  Optional<FollowUp> find(long id) {
    return jdbc.sql(SELECT + " WHERE f.id = :id")
        .param("id", id)
        .query((rs, n) -> followUp(rs))
        .optional();
  }

  /** Keeps others from changing it until the transaction ends. */
  Optional<FollowUp> lock(long id) {
    return jdbc.sql(SELECT + " WHERE f.id = :id FOR UPDATE OF f")
        .param("id", id)
        .query((rs, n) -> followUp(rs))
        .optional();
  }

  List<FollowUp> findOpenOf(long personId, long bodyId) {
    return jdbc.sql(
            SELECT
                + " WHERE f.owner_id = :person AND f.body_id = :body AND f.ended_at IS NULL"
                + " ORDER BY f.due_on, f.id")
        .param("person", personId)
        .param("body", bodyId)
        .query((rs, n) -> followUp(rs))
        .list();
  }

  boolean existsOf(long meetingId) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM follow_up WHERE meeting_id = ?)")
        .param(meetingId)
        .query(Boolean.class)
        .single();
  }

  /** Who has to do it until when, from now on; it is not late any more. */
  void give(long id, long bodyId, Long ownerId, LocalDate dueOn) {
    jdbc.sql(
            """
            UPDATE follow_up
               SET state = 'OPEN', body_id = :body, owner_id = :owner, due_on = :due,
                   late_since = NULL
             WHERE id = :id
            """)
        .param("id", id)
        .param("body", bodyId)
        .param("owner", ownerId)
        .param("due", dueOn)
        .update();
  }

  void block(long id) {
    jdbc.sql("UPDATE follow_up SET state = 'BLOCKED' WHERE id = ?").param(id).update();
  }

  void setOwner(long id, Long ownerId) {
    jdbc.sql("UPDATE follow_up SET owner_id = :owner WHERE id = :id")
        .param("id", id)
        .param("owner", ownerId)
        .update();
  }

  void markLate(long id, Instant since) {
    jdbc.sql(
            "UPDATE follow_up SET late_since = :since"
                + " WHERE id = :id AND late_since IS NULL AND ended_at IS NULL")
        .param("id", id)
        .param("since", Timestamp.from(since))
        .update();
  }

  void end(long id, State state, String result, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE follow_up
               SET state = :state, result = :result, ended_by = :by, ended_at = :now,
                   late_since = NULL
             WHERE id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("result", result)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Keeps what happened, with who had to do it until when from then on. */
  void note(long id, Kind kind, String note, Long by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO follow_up_event (follow_up_id, kind, note, due_on, body_id, owner_id,
                made_by, made_at)
            SELECT id, :kind, :note, due_on, body_id, owner_id, :by, :now
              FROM follow_up WHERE id = :id
            """)
        .param("id", id)
        .param("kind", kind.name())
        .param("note", note)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** What happened to it, the latest last. */
  List<FollowUpEvent> findEvents(long id) {
    return jdbc.sql("SELECT * FROM follow_up_event WHERE follow_up_id = ? ORDER BY id")
        .param(id)
        .query(
            (rs, n) ->
                new FollowUpEvent(
                    Kind.valueOf(rs.getString("kind")),
                    rs.getString("note"),
                    rs.getObject("due_on", LocalDate.class),
                    rs.getLong("body_id"),
                    rs.getObject("owner_id", Long.class),
                    rs.getObject("made_by", Long.class),
                    moment(rs, "made_at")))
        .list();
  }

  static FollowUp followUp(ResultSet rs) throws SQLException {
    return new FollowUp(
        rs.getLong("id"),
        rs.getLong("meeting_id"),
        rs.getString("meeting_title"),
        moment(rs, "meeting_at"),
        rs.getObject("initiative_id", Long.class),
        rs.getString("text"),
        rs.getLong("body_id"),
        rs.getObject("owner_id", Long.class),
        rs.getObject("due_on", LocalDate.class),
        State.valueOf(rs.getString("state")),
        moment(rs, "opened_at"),
        moment(rs, "late_since"),
        rs.getString("result"),
        rs.getObject("ended_by", Long.class),
        moment(rs, "ended_at"));
  }

  private static Instant moment(ResultSet rs, String column) throws SQLException {
    Timestamp value = rs.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
