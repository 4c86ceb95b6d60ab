package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.EditionAudience;
import br.gov.sp.prefeitura.redeinfo.training.EditionKind;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import br.gov.sp.prefeitura.redeinfo.training.ReleasePolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
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

  /** A new draft. */
  long insert(EditionPlan plan, long createdBy, Instant now) {
    return values(
            jdbc.sql(
                """
                INSERT INTO training_edition (track, kind, title, content, requirements, trainers,
                  audience, capacity, places_per_body, enrolment_from, enrolment_until,
                  release_required, release_policy, release_days, minimum_attendance, activity,
                  activity_until, head_told_of_absences, school_validates, certificate,
                  state, state_since, created_by, created_at)
                VALUES (:track, :kind, :title, :content, :requirements, :trainers,
                  :audience, :capacity, :placesPerBody, :enrolmentFrom, :enrolmentUntil,
                  :releaseRequired, :releasePolicy, :releaseDays, :minimumAttendance, :activity,
                  :activityUntil, :headToldOfAbsences, :schoolValidates, :certificate,
                  'DRAFT', :now, :createdBy, :now)
                RETURNING id
                """),
            plan)
        .param("createdBy", createdBy)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /** Writes a draft anew. */
  void update(long id, EditionPlan plan) {
    values(
            jdbc.sql(
                """
                UPDATE training_edition SET track = :track, kind = :kind, title = :title,
                  content = :content, requirements = :requirements, trainers = :trainers,
                  audience = :audience, capacity = :capacity, places_per_body = :placesPerBody,
                  enrolment_from = :enrolmentFrom, enrolment_until = :enrolmentUntil,
                  release_required = :releaseRequired, release_policy = :releasePolicy,
                  release_days = :releaseDays, minimum_attendance = :minimumAttendance,
                  activity = :activity, activity_until = :activityUntil,
                  head_told_of_absences = :headToldOfAbsences,
                  school_validates = :schoolValidates, certificate = :certificate,
                  version = version + 1
                 WHERE id = :id
                """),
            plan)
        .param("id", id)
        .update();
  }

  private static JdbcClient.StatementSpec values(
      JdbcClient.StatementSpec statement, EditionPlan plan) {
    return statement
        .param("track", plan.track() == null ? null : plan.track().name(), Types.VARCHAR)
        .param("kind", plan.kind().name())
        .param("title", plan.title())
        .param("content", plan.content(), Types.VARCHAR)
        .param("requirements", plan.requirements(), Types.VARCHAR)
        .param("trainers", plan.trainers(), Types.VARCHAR)
        .param("audience", plan.audience().name())
        .param("capacity", plan.capacity())
        .param("placesPerBody", plan.placesPerBody(), Types.INTEGER)
        .param("enrolmentFrom", stamp(plan.enrolmentFrom()))
        .param("enrolmentUntil", stamp(plan.enrolmentUntil()))
        .param("releaseRequired", plan.releaseRequired())
        .param("releasePolicy", plan.releasePolicy().name())
        .param("releaseDays", plan.releaseDays())
        .param("minimumAttendance", plan.minimumAttendance())
        .param("activity", plan.activity(), Types.VARCHAR)
        .param("activityUntil", stamp(plan.activityUntil()), Types.TIMESTAMP)
        .param("headToldOfAbsences", plan.headToldOfAbsences())
        .param("schoolValidates", plan.schoolValidates())
        .param("certificate", plan.certificate());
  }

  /** Removes a draft with all that belongs to it. */
  void delete(long id) {
    jdbc.sql("DELETE FROM training_trainer WHERE edition_id = :id").param("id", id).update();
    jdbc.sql("DELETE FROM training_session WHERE edition_id = :id").param("id", id).update();
    jdbc.sql("DELETE FROM training_edition WHERE id = :id AND state = 'DRAFT'")
        .param("id", id)
        .update();
  }

  /**
   * Goes on to the next state.
   *
   * @return false if the edition does not stand where it is said to
   */
  boolean advance(long id, EditionState from, EditionState to, Instant now) {
    return jdbc.sql(
                """
                UPDATE training_edition
                   SET state = :to, state_since = :now, version = version + 1,
                       published_at = CASE WHEN :to = 'PUBLISHED' THEN :now ELSE published_at END
                 WHERE id = :id AND state = :from
                """)
            .param("id", id)
            .param("from", from.name())
            .param("to", to.name())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void cancel(long id, String reason, Instant now) {
    jdbc.sql(
            """
            UPDATE training_edition
               SET state = 'CANCELLED', cancel_reason = :reason, state_since = :now,
                   version = version + 1
             WHERE id = :id
            """)
        .param("id", id)
        .param("reason", reason)
        .param("now", Timestamp.from(now))
        .update();
  }

  void setEnrolmentPeriod(long id, Instant from, Instant until) {
    jdbc.sql(
            """
            UPDATE training_edition
               SET enrolment_from = :from, enrolment_until = :until, version = version + 1
             WHERE id = :id
            """)
        .param("id", id)
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .update();
  }

  /** Who gives the edition, by id of person. */
  List<Long> trainers(long id) {
    return jdbc.sql("SELECT person_id FROM training_trainer WHERE edition_id = :id ORDER BY 1")
        .param("id", id)
        .query(Long.class)
        .list();
  }

  void setTrainers(long id, Collection<Long> personIds) {
    jdbc.sql("DELETE FROM training_trainer WHERE edition_id = :id").param("id", id).update();
    jdbc.sql("INSERT INTO training_trainer (edition_id, person_id) SELECT :id, unnest(:persons)")
        .param("id", id)
        .param("persons", personIds.toArray(Long[]::new))
        .update();
  }

  private static Timestamp stamp(LocalDateTime moment) {
    return moment == null ? null : Timestamp.from(moment.atZone(SaoPaulo.ZONE).toInstant());
  }

  static Edition edition(ResultSet rs) throws SQLException {
    String track = rs.getString("track");
    return new Edition(
        rs.getLong("id"),
        track == null ? null : Track.valueOf(track),
        EditionKind.valueOf(rs.getString("kind")),
        rs.getString("title"),
        rs.getString("content"),
        rs.getString("requirements"),
        rs.getString("trainers"),
        EditionAudience.valueOf(rs.getString("audience")),
        rs.getInt("capacity"),
        rs.getObject("places_per_body", Integer.class),
        moment(rs, "enrolment_from"),
        moment(rs, "enrolment_until"),
        rs.getBoolean("release_required"),
        ReleasePolicy.valueOf(rs.getString("release_policy")),
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
