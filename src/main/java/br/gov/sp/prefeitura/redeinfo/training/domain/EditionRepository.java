package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Editions and their sessions; all methods join the caller's transaction. */
@Repository
class EditionRepository {

  private final JdbcClient jdbc;

  EditionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Edition> find(long id) {
    return jdbc.sql("SELECT * FROM training_edition WHERE id = :id")
        .param("id", id)
        .query((rs, n) -> edition(rs))
        .optional();
  }

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Edition> lock(long id) {
    return jdbc.sql("SELECT * FROM training_edition WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query((rs, n) -> edition(rs))
        .optional();
  }

  List<Session> sessions(long editionId) {
    return jdbc.sql("SELECT * FROM training_session WHERE edition_id = :edition ORDER BY position")
        .param("edition", editionId)
        .query((rs, n) -> session(rs))
        .list();
  }

  Optional<Session> findSession(long id) {
    return jdbc.sql("SELECT * FROM training_session WHERE id = :id")
        .param("id", id)
        .query((rs, n) -> session(rs))
        .optional();
  }

  static Edition edition(ResultSet rs) throws SQLException {
    String track = rs.getString("track");
    return new Edition(
        rs.getLong("id"),
        track == null ? null : Track.valueOf(track),
        Edition.Kind.valueOf(rs.getString("kind")),
        rs.getString("title"),
        rs.getString("content"),
        rs.getString("requirements"),
        rs.getString("trainers"),
        Edition.Audience.valueOf(rs.getString("audience")),
        rs.getInt("capacity"),
        rs.getObject("places_per_body", Integer.class),
        moment(rs, "enrolment_from"),
        moment(rs, "enrolment_until"),
        rs.getBoolean("release_required"),
        Edition.ReleasePolicy.valueOf(rs.getString("release_policy")),
        rs.getInt("release_days"),
        rs.getInt("minimum_attendance"),
        rs.getString("activity"),
        moment(rs, "activity_until"),
        rs.getBoolean("head_told_of_absences"),
        rs.getBoolean("school_validates"),
        rs.getBoolean("certificate"),
        EditionState.valueOf(rs.getString("state")),
        rs.getString("cancel_reason"),
        rs.getLong("created_by"),
        rs.getInt("seats_taken"),
        rs.getInt("version"));
  }

  static Session session(ResultSet rs) throws SQLException {
    return new Session(
        rs.getLong("id"),
        rs.getLong("edition_id"),
        rs.getInt("position"),
        rs.getString("title"),
        moment(rs, "starts_at"),
        moment(rs, "ends_at"),
        rs.getInt("minutes"),
        rs.getString("place"),
        rs.getString("link"),
        rs.getString("material"),
        rs.getBoolean("mandatory"),
        Session.State.valueOf(rs.getString("state")),
        rs.getString("reason"),
        rs.getInt("sequence"),
        rs.getObject("attendance_event_id", Long.class));
  }

  private static Instant moment(ResultSet rs, String column) throws SQLException {
    Timestamp value = rs.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
