package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Holdings.HandedOver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of successions; all methods join the caller's transaction. */
@Repository
class SuccessionRepository {

  private final JdbcClient jdbc;

  SuccessionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty if the person is leaving already. */
  Optional<Long> insert(
      Departure departure, Instant leavesAt, Collection<Appointment> ends, long by, Instant now) {
    Optional<Long> id =
        jdbc.sql(
                """
                INSERT INTO succession (person_id, reason, to_body_id, act, leaves_at, state,
                                        begun_by, begun_at)
                VALUES (:person, :reason, :toBody, :act, :leavesAt, 'PLANNED', :by, :now)
                ON CONFLICT (person_id) WHERE state = 'PLANNED' DO NOTHING
                RETURNING id
                """)
            .param("person", departure.personId())
            .param("reason", departure.reason().name())
            .param("toBody", departure.toBodyId())
            .param("act", departure.act())
            .param("leavesAt", Timestamp.from(leavesAt))
            .param("by", by)
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .optional();
    id.ifPresent(
        made ->
            jdbc.sql(
                    """
                    INSERT INTO succession_appointment (succession_id, appointment_id, body_id)
                    SELECT :id, a.id, a.body_id FROM appointment a WHERE a.id = ANY (:appointments)
                    """)
                .param("id", made)
                .param("appointments", ends.stream().map(Appointment::id).toArray(Long[]::new))
                .update());
    return id;
  }

  Optional<Succession> find(long id) {
    return read("SELECT * FROM succession WHERE id = :id", id);
  }

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Succession> lock(long id) {
    return read("SELECT * FROM succession WHERE id = :id FOR UPDATE", id);
  }

  Optional<Succession> openOf(long personId) {
    return read("SELECT * FROM succession WHERE person_id = :id AND state = 'PLANNED'", personId);
  }

  private Optional<Succession> read(String sql, long id) {
    return jdbc.sql(sql).param("id", id).query(SuccessionRepository::succession).optional();
  }

  List<Long> appointments(long id) {
    return jdbc.sql(
            """
            SELECT appointment_id FROM succession_appointment
             WHERE succession_id = :id ORDER BY appointment_id
            """)
        .param("id", id)
        .query(Long.class)
        .list();
  }

  /** Appointments of the function, without a body, that end with a succession yet to come. */
  long leaving(String function) {
    return jdbc.sql(
            """
            SELECT count(*) FROM succession_appointment sa
              JOIN succession s ON s.id = sa.succession_id AND s.state = 'PLANNED'
              JOIN appointment a ON a.id = sa.appointment_id
             WHERE a.function = :function
            """)
        .param("function", function)
        .query(Long.class)
        .single();
  }

  void move(long id, Instant leavesAt) {
    jdbc.sql("UPDATE succession SET leaves_at = :at WHERE id = :id")
        .param("id", id)
        .param("at", Timestamp.from(leavesAt))
        .update();
  }

  void write(long id, String note, Instant now) {
    jdbc.sql("UPDATE succession SET note = :note, note_at = :now WHERE id = :id")
        .param("id", id)
        .param("note", note)
        .param("now", note == null ? null : Timestamp.from(now))
        .update();
  }

  void end(long id, SuccessionState state, boolean accessEnded, Instant now) {
    jdbc.sql(
            """
            UPDATE succession SET state = :state, access_ended = :accessEnded, ended_at = :now
             WHERE id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("accessEnded", accessEnded)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Replaces what was chosen. */
  void choose(long id, Map<String, Long> choices, long by) {
    jdbc.sql("DELETE FROM succession_choice WHERE succession_id = :id").param("id", id).update();
    List<Map.Entry<String, Long>> all = List.copyOf(choices.entrySet());
    jdbc.sql(
            """
            INSERT INTO succession_choice (succession_id, kind, ref, person_id, chosen_by)
            SELECT :id, split_part(key, '|', 1), split_part(key, '|', 2), person, :by
              FROM unnest(:keys, :persons) AS chosen (key, person)
            """)
        .param("id", id)
        .param("by", by)
        .param("keys", all.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .param("persons", all.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .update();
  }

  /** Persons by the keys of things ({@link HeldThing#key}). */
  Map<String, Long> choices(long id) {
    Map<String, Long> choices = new HashMap<>();
    jdbc.sql("SELECT kind, ref, person_id FROM succession_choice WHERE succession_id = :id")
        .param("id", id)
        .query(
            row -> {
              choices.put(
                  HeldThing.key(row.getString("kind"), row.getString("ref")),
                  row.getLong("person_id"));
            });
    return choices;
  }

  /** The succession yet to come with which the appointment ends. */
  Optional<Long> openWith(long appointmentId) {
    return jdbc.sql(
            """
            SELECT s.id FROM succession_appointment a JOIN succession s ON s.id = a.succession_id
             WHERE a.appointment_id = :appointment AND s.state = 'PLANNED'
            """)
        .param("appointment", appointmentId)
        .query(Long.class)
        .optional();
  }

  /** Safe to repeat: a thing held through two appointments is told of once. */
  void record(long id, List<HandedOver> items) {
    for (HandedOver item : items) {
      jdbc.sql(
              """
              INSERT INTO succession_item (succession_id, kind, ref, label, path, to_person_id, to_group)
              VALUES (:id, :kind, :ref, :label, :path, :person, :group)
              ON CONFLICT (succession_id, kind, ref) DO NOTHING
              """)
          .param("id", id)
          .param("kind", item.what().messageKey())
          .param("ref", item.what().ref())
          .param("label", item.what().label())
          .param("path", item.what().path())
          .param("person", item.to().personId())
          .param("group", item.to().groupId())
          .update();
    }
  }

  List<HandedItem> items(long id) {
    return jdbc.sql("SELECT * FROM succession_item WHERE succession_id = :id ORDER BY id")
        .param("id", id)
        .query(
            (row, n) ->
                new HandedItem(
                    row.getString("kind"),
                    row.getString("label"),
                    row.getString("path"),
                    row.getObject("to_person_id", Long.class),
                    row.getString("to_group")))
        .list();
  }

  static Succession succession(ResultSet row, int number) throws SQLException {
    return new Succession(
        row.getLong("id"),
        row.getLong("person_id"),
        EndReason.valueOf(row.getString("reason")),
        row.getObject("to_body_id", Long.class),
        row.getString("act"),
        row.getTimestamp("leaves_at").toInstant(),
        SuccessionState.valueOf(row.getString("state")),
        row.getString("note"),
        instant(row, "note_at"),
        row.getLong("begun_by"),
        row.getTimestamp("begun_at").toInstant(),
        instant(row, "ended_at"),
        row.getBoolean("access_ended"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
