package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import static br.gov.sp.prefeitura.redeinfo.attendance.domain.EventRepository.utc;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the table {@code attendance_list}, and what lists are held against. */
@Repository
class ListRepository {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  ListRepository(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Takes the place of the person's list of this event that waited before. */
  void put(long eventId, NamedList list, long by, Instant now, Instant expiresAt) {
    jdbc.sql(
            """
            INSERT INTO attendance_list (event_id, content, sent_by, sent_at, expires_at)
            VALUES (:event, cast(:content AS jsonb), :by, :now, :expires)
            ON CONFLICT (event_id, sent_by) DO UPDATE
               SET content = excluded.content, sent_at = excluded.sent_at,
                   expires_at = excluded.expires_at
            """)
        .param("event", eventId)
        .param("content", write(list))
        .param("by", by)
        .param("now", utc(now))
        .param("expires", utc(expiresAt))
        .update();
  }

  /** The person's list of this event that waits; kept from others until the transaction ends. */
  Optional<NamedList> take(long eventId, long by) {
    return jdbc.sql(
            """
            SELECT content FROM attendance_list
             WHERE event_id = :event AND sent_by = :by FOR UPDATE
            """)
        .param("event", eventId)
        .param("by", by)
        .query(String.class)
        .optional()
        .map(this::read);
  }

  Optional<NamedList> find(long eventId, long by) {
    return jdbc.sql("SELECT content FROM attendance_list WHERE event_id = :event AND sent_by = :by")
        .param("event", eventId)
        .param("by", by)
        .query(String.class)
        .optional()
        .map(this::read);
  }

  void remove(long eventId, long by) {
    jdbc.sql("DELETE FROM attendance_list WHERE event_id = :event AND sent_by = :by")
        .param("event", eventId)
        .param("by", by)
        .update();
  }

  int removeExpired(Instant now) {
    return jdbc.sql("DELETE FROM attendance_list WHERE expires_at <= :now")
        .param("now", utc(now))
        .update();
  }

  /** Everybody on the sheet, by what lists name people by. */
  List<Expected> sheet(long eventId) {
    return jdbc.sql(
            """
            SELECT a.person_id, p.name, lower(p.email) AS email, upper(p.identifier) AS identifier,
                   a.status
              FROM attendance_entry a JOIN person p ON p.id = a.person_id
             WHERE a.event_id = :event
            """)
        .param("event", eventId)
        .query(
            (row, number) ->
                new Expected(
                    row.getLong("person_id"),
                    row.getString("name"),
                    row.getString("email"),
                    row.getString("identifier"),
                    AttendanceStatus.valueOf(row.getString("status"))))
        .list();
  }

  /** Which of the lines' e-mails and numbers belong to anybody in the network. */
  Set<String> known(List<NamedList.Line> lines) {
    if (lines.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT lower(email) FROM person WHERE lower(email) = ANY (:emails)
                UNION
                SELECT upper(identifier) FROM person WHERE upper(identifier) = ANY (:identifiers)
                """)
            .param("emails", lines.stream().map(NamedList.Line::email).toArray(String[]::new))
            .param(
                "identifiers",
                lines.stream().map(NamedList.Line::identifier).toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private String write(NamedList list) {
    try {
      return json.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list that cannot be written", e);
    }
  }

  private NamedList read(String content) {
    try {
      return json.readValue(content, NamedList.class);
    } catch (JsonProcessingException e) {
      // Without the cause, which repeats what the list says of people.
      throw new IllegalStateException("a stored list that cannot be read");
    }
  }

  /**
   * @param identifier {@code null} if there is none
   */
  record Expected(
      long personId, String name, String email, String identifier, AttendanceStatus status) {

    boolean isRecorded() {
      return status != AttendanceStatus.EXPECTED;
    }
  }
}
