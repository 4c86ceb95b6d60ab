package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trainings of bodies; all methods join the caller's transaction. */
@Repository
class BodyTrainingRepository {

  private final JdbcClient jdbc;

  BodyTrainingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(BodyTrainingAnnouncement announced, long by, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO body_training (body_id, title, day, minutes, expected_people,
                state, state_since, announced_by, announced_at)
            VALUES (:body, :title, :day, :minutes, :people, 'ANNOUNCED', :now, :by, :now)
            RETURNING id
            """)
        .param("body", announced.bodyId())
        .param("title", announced.title())
        .param("day", announced.day())
        .param("minutes", Hours.minutes(announced.hours()).orElseThrow())
        .param("people", announced.expectedPeople())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  Optional<BodyTraining> find(long id) {
    return read("SELECT * FROM body_training WHERE id = :id", id);
  }

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<BodyTraining> lock(long id) {
    return read("SELECT * FROM body_training WHERE id = :id FOR UPDATE", id);
  }

  private Optional<BodyTraining> read(String sql, long id) {
    return jdbc.sql(sql).param("id", id).query((rs, n) -> training(rs)).optional();
  }

  void move(long id, LocalDate day) {
    jdbc.sql("UPDATE body_training SET day = :day WHERE id = :id")
        .param("id", id)
        .param("day", day)
        .update();
  }

  void enter(long id, State state, String reason, Instant now) {
    jdbc.sql(
            """
            UPDATE body_training SET state = :state, state_since = :now, reason = :reason
             WHERE id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("reason", reason)
        .param("now", Timestamp.from(now))
        .update();
  }

  void report(long id, Report report, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE body_training
               SET state = 'REPORTED', state_since = :now, people = :people,
                   reported_minutes = :minutes, summary = :summary,
                   reported_by = :by, reported_at = :now
             WHERE id = :id
            """)
        .param("id", id)
        .param("people", report.people())
        .param("minutes", report.minutes())
        .param("summary", report.summary())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  void decide(long id, State state, String reason, long by, Instant now) {
    enter(id, state, reason, now);
    jdbc.sql("UPDATE body_training SET decided_by = :by, decided_at = :now WHERE id = :id")
        .param("id", id)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  static BodyTraining training(ResultSet rs) throws SQLException {
    return new BodyTraining(
        rs.getLong("id"),
        rs.getLong("body_id"),
        rs.getString("title"),
        rs.getObject("day", LocalDate.class),
        rs.getInt("minutes"),
        rs.getInt("expected_people"),
        State.valueOf(rs.getString("state")),
        moment(rs, "state_since"),
        rs.getLong("announced_by"),
        moment(rs, "announced_at"),
        rs.getObject("people", Integer.class),
        rs.getObject("reported_minutes", Integer.class),
        rs.getString("summary"),
        rs.getObject("reported_by", Long.class),
        moment(rs, "reported_at"),
        rs.getString("reason"),
        rs.getObject("decided_by", Long.class),
        moment(rs, "decided_at"));
  }

  private static Instant moment(ResultSet rs, String column) throws SQLException {
    Timestamp value = rs.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  /** What the body reports of a training that was held. */
  record Report(int people, int minutes, String summary) {}
}
