package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.AgendaItem.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Agendas and guests of meetings; all methods join the caller's transaction. */
@Repository
class AgendaRepository {

  private final JdbcClient jdbc;

  AgendaRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order in which they are to be talked about. */
  List<AgendaItem> of(long meetingId) {
    return jdbc.sql("SELECT * FROM agenda_item WHERE meeting_id = :meeting ORDER BY position, id")
        .param("meeting", meetingId)
        .query(AgendaRepository::map)
        .list();
  }

  Optional<AgendaItem> find(long id) {
    return jdbc.sql("SELECT * FROM agenda_item WHERE id = :id")
        .param("id", id)
        .query(AgendaRepository::map)
        .optional();
  }

  /** At the end of the agenda. */
  long insert(long meetingId, String title, String text, Integer minutes, long by, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO agenda_item (meeting_id, position, title, text, minutes, state,
                proposed_by, proposed_at)
            SELECT :meeting, coalesce(max(position), 0) + 1, :title, :text, :minutes, 'PROPOSED',
                   :by, :now
              FROM agenda_item WHERE meeting_id = :meeting
            RETURNING id
            """)
        .param("meeting", meetingId)
        .param("title", title)
        .param("text", text)
        .param("minutes", minutes)
        .param("by", by)
        .param("now", MeetingRepository.utc(now))
        .query(Long.class)
        .single();
  }

  /** An open follow-up at the end of the agenda, accepted by itself; once per meeting. */
  void carry(long meetingId, long followUpId, String title, long by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO agenda_item (meeting_id, position, title, state, proposed_by, proposed_at,
                decided_by, decided_at, from_follow_up_id)
            SELECT :meeting, coalesce(max(position), 0) + 1, :title, 'ACCEPTED', :by, :now,
                   :by, :now, :followUp
              FROM agenda_item WHERE meeting_id = :meeting
            ON CONFLICT DO NOTHING
            """)
        .param("meeting", meetingId)
        .param("followUp", followUpId)
        .param("title", title)
        .param("by", by)
        .param("now", MeetingRepository.utc(now))
        .update();
  }

  void update(long id, String title, String text, Integer minutes) {
    jdbc.sql(
            """
            UPDATE agenda_item SET title = :title, text = :text, minutes = :minutes WHERE id = :id
            """)
        .param("id", id)
        .param("title", title)
        .param("text", text)
        .param("minutes", minutes)
        .update();
  }

  void decide(long id, State state, String reason, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE agenda_item
               SET state = :state, reason = :reason, decided_by = :by, decided_at = :now
             WHERE id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("reason", reason)
        .param("by", by)
        .param("now", MeetingRepository.utc(now))
        .update();
  }

  void place(long id, int position) {
    jdbc.sql("UPDATE agenda_item SET position = :position WHERE id = :id")
        .param("id", id)
        .param("position", position)
        .update();
  }

  List<MeetingGuest> guests(long meetingId) {
    return jdbc.sql("SELECT * FROM meeting_guest WHERE meeting_id = :meeting ORDER BY id")
        .param("meeting", meetingId)
        .query(AgendaRepository::guest)
        .list();
  }

  long addGuest(MeetingGuest guest) {
    return jdbc.sql(
            """
            INSERT INTO meeting_guest (meeting_id, name, role, organisation, authority, present)
            VALUES (:meeting, :name, :role, :organisation, :authority, :present) RETURNING id
            """)
        .param("meeting", guest.meetingId())
        .param("name", guest.name())
        .param("role", guest.role())
        .param("organisation", guest.organisation())
        .param("authority", guest.authority())
        .param("present", guest.present())
        .query(Long.class)
        .single();
  }

  int removeGuest(long meetingId, long guestId) {
    return jdbc.sql("DELETE FROM meeting_guest WHERE meeting_id = :meeting AND id = :id")
        .param("meeting", meetingId)
        .param("id", guestId)
        .update();
  }

  int setPresent(long meetingId, long guestId, boolean present) {
    return jdbc.sql(
            "UPDATE meeting_guest SET present = :present WHERE meeting_id = :meeting AND id = :id")
        .param("meeting", meetingId)
        .param("id", guestId)
        .param("present", present)
        .update();
  }

  private static AgendaItem map(ResultSet row, int number) throws SQLException {
    return new AgendaItem(
        row.getLong("id"),
        row.getLong("meeting_id"),
        row.getInt("position"),
        row.getString("title"),
        row.getString("text"),
        row.getObject("minutes", Integer.class),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getLong("proposed_by"),
        MeetingRepository.instant(row, "proposed_at"),
        row.getObject("decided_by", Long.class),
        row.getObject("from_follow_up_id", Long.class));
  }

  private static MeetingGuest guest(ResultSet row, int number) throws SQLException {
    return new MeetingGuest(
        row.getLong("id"),
        row.getLong("meeting_id"),
        row.getString("name"),
        row.getString("role"),
        row.getString("organisation"),
        row.getBoolean("authority"),
        row.getObject("present", Boolean.class));
  }
}
