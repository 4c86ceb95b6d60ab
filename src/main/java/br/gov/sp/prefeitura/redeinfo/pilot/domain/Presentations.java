package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Presentations of pilots. Writes join the caller's transaction. */
@Repository
public class Presentations {

  private final JdbcClient jdbc;

  Presentations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Also those that were moved or not held, the latest first. */
  public List<Presentation> of(long pilotId) {
    return jdbc.sql("SELECT * FROM pilot_presentation WHERE pilot_id = :pilot ORDER BY id DESC")
        .param("pilot", pilotId)
        .query((rs, n) -> presentation(rs))
        .list();
  }

  /** The one that was scheduled last. */
  public Optional<Presentation> latest(long pilotId) {
    return of(pilotId).stream().findFirst();
  }

  /** Whether one is scheduled that has not begun. */
  boolean isComing(long pilotId, Instant now) {
    return latest(pilotId)
        .filter(latest -> latest.isOpen() && latest.startsAt().isAfter(now))
        .isPresent();
  }

  /**
   * @param authorities {@code null} for none
   */
  void insert(
      long pilotId, Instant startsAt, String place, String authorities, long by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO pilot_presentation
                (pilot_id, starts_at, place, authorities, scheduled_by, scheduled_at)
            VALUES (:pilot, :starts, :place, :authorities, :by, :now)
            """)
        .param("pilot", pilotId)
        .param("starts", Timestamp.from(startsAt))
        .param("place", place)
        .param("authorities", authorities, Types.VARCHAR)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  void move(long id, Instant now) {
    jdbc.sql("UPDATE pilot_presentation SET moved_at = :now WHERE id = :id")
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  /**
   * @param note {@code null} for none
   */
  void record(long id, boolean held, String note, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE pilot_presentation
               SET held = :held, note = :note, recorded_by = :by, recorded_at = :now
             WHERE id = :id
            """)
        .param("held", held)
        .param("note", note, Types.VARCHAR)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  static Presentation presentation(ResultSet rs) throws SQLException {
    return new Presentation(
        rs.getLong("id"),
        rs.getLong("pilot_id"),
        PilotRepository.moment(rs, "starts_at"),
        rs.getString("place"),
        rs.getString("authorities"),
        rs.getLong("scheduled_by"),
        rs.getTimestamp("scheduled_at").toInstant(),
        rs.getObject("held", Boolean.class),
        rs.getString("note"),
        rs.getObject("recorded_by", Long.class),
        PilotRepository.moment(rs, "recorded_at"),
        PilotRepository.moment(rs, "moved_at"));
  }
}
