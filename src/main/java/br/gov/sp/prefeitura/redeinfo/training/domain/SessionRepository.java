package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan.SessionPlan;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes sessions; all methods join the caller's transaction. */
@Repository
class SessionRepository {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  SessionRepository(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Session> lock(long id) {
    return jdbc.sql("SELECT * FROM training_session WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query((rs, n) -> EditionRepository.session(rs))
        .optional();
  }

  /** The draft's sessions are these, in this order, and no others. */
  void replace(long editionId, List<SessionPlan> sessions) {
    jdbc.sql("DELETE FROM training_session WHERE edition_id = :edition")
        .param("edition", editionId)
        .update();
    MapSqlParameterSource[] rows = new MapSqlParameterSource[sessions.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(editionId, i + 1, sessions.get(i));
    }
    batches.batchUpdate(
        """
        INSERT INTO training_session (edition_id, position, title, starts_at, ends_at, minutes,
          place, link, material, mandatory, state)
        VALUES (:edition, :position, :title, :startsAt, :endsAt, :minutes,
          :place, :link, :material, :mandatory, 'PLANNED')
        """,
        rows);
  }

  private static MapSqlParameterSource row(long editionId, int position, SessionPlan session) {
    return new MapSqlParameterSource()
        .addValue("edition", editionId)
        .addValue("position", position)
        .addValue("title", session.title())
        .addValue("startsAt", stamp(session.startsAt()))
        .addValue("endsAt", stamp(session.endsAt()))
        .addValue("minutes", session.minutes())
        .addValue("place", session.place())
        .addValue("link", session.link())
        .addValue("material", session.material())
        .addValue("mandatory", session.mandatory());
  }

  void setAttendanceEvents(Map<Long, Long> events) {
    batches.batchUpdate(
        "UPDATE training_session SET attendance_event_id = :event WHERE id = :id",
        events.entrySet().stream()
            .map(
                entry ->
                    new MapSqlParameterSource()
                        .addValue("id", entry.getKey())
                        .addValue("event", entry.getValue()))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** Another time or place; the calendar entry has changed. */
  void move(long id, Instant startsAt, Instant endsAt, String place, String link, String reason) {
    jdbc.sql(
            """
            UPDATE training_session
               SET starts_at = :startsAt, ends_at = :endsAt, place = :place, link = :link,
                   reason = :reason, sequence = sequence + 1
             WHERE id = :id
            """)
        .param("id", id)
        .param("startsAt", Timestamp.from(startsAt))
        .param("endsAt", Timestamp.from(endsAt))
        .param("place", place, java.sql.Types.VARCHAR)
        .param("link", link, java.sql.Types.VARCHAR)
        .param("reason", reason)
        .update();
  }

  void cancel(long id, String reason) {
    jdbc.sql(
            """
            UPDATE training_session
               SET state = 'CANCELLED', reason = :reason, sequence = sequence + 1
             WHERE id = :id
            """)
        .param("id", id)
        .param("reason", reason)
        .update();
  }

  /** All that are still to come do not take place, because the edition does not. */
  void cancelPlanned(long editionId, String reason) {
    jdbc.sql(
            """
            UPDATE training_session
               SET state = 'CANCELLED', reason = :reason, sequence = sequence + 1,
                   told_sequence = sequence + 1
             WHERE edition_id = :edition AND state = 'PLANNED'
            """)
        .param("edition", editionId)
        .param("reason", reason)
        .update();
  }

  void setHeld(long id) {
    jdbc.sql("UPDATE training_session SET state = 'HELD' WHERE id = :id").param("id", id).update();
  }

  void setMaterial(long id, String address) {
    jdbc.sql("UPDATE training_session SET material = :address WHERE id = :id")
        .param("id", id)
        .param("address", address, java.sql.Types.VARCHAR)
        .update();
  }

  /** Those that changed since everybody was told last, locked. */
  List<Session> untold(long editionId) {
    return jdbc.sql(
            """
            SELECT * FROM training_session
             WHERE edition_id = :edition AND told_sequence < sequence
             ORDER BY position FOR UPDATE
            """)
        .param("edition", editionId)
        .query((rs, n) -> EditionRepository.session(rs))
        .list();
  }

  void setTold(List<Session> sessions) {
    jdbc.sql("UPDATE training_session SET told_sequence = sequence WHERE id = ANY (:ids)")
        .param("ids", sessions.stream().map(Session::id).toArray(Long[]::new))
        .update();
  }

  /** By edition: how many sessions there are, and when the next begins. One statement. */
  Map<Long, Outline> outlines(List<Long> editionIds, Instant now) {
    return jdbc
        .sql(
            """
            SELECT edition_id, count(*) AS sessions,
                   min(starts_at) FILTER (WHERE state = 'PLANNED' AND ends_at > :now) AS next
              FROM training_session
             WHERE edition_id = ANY (:ids)
             GROUP BY edition_id
            """)
        .param("ids", editionIds.toArray(Long[]::new))
        .param("now", Timestamp.from(now))
        .query(
            (rs, n) ->
                Map.entry(
                    rs.getLong("edition_id"),
                    new Outline(rs.getInt("sessions"), instant(rs.getTimestamp("next")))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Timestamp stamp(LocalDateTime moment) {
    return Timestamp.from(moment.atZone(SaoPaulo.ZONE).toInstant());
  }

  private static Instant instant(Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }

  /**
   * @param next when the next session begins, or {@code null}
   */
  record Outline(int sessions, Instant next) {}
}
