package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Enrolments; all methods join the caller's transaction, which holds the edition's lock. */
@Repository
class EnrollmentRepository {

  /** States in which a person holds an enrolment in the edition; the unique index says the same. */
  static final Set<EnrollmentState> HELD =
      EnumSet.of(
          EnrollmentState.IN_RELEASE,
          EnrollmentState.WAITING,
          EnrollmentState.CONFIRMED,
          EnrollmentState.COMPLETED,
          EnrollmentState.NOT_COMPLETED);

  static final Set<EnrollmentState> OPEN =
      EnumSet.of(EnrollmentState.IN_RELEASE, EnrollmentState.WAITING, EnrollmentState.CONFIRMED);

  private static final String SELECT =
      """
      SELECT e.*, a.handed_in_at FROM training_enrollment e
        LEFT JOIN training_activity a ON a.enrollment_id = e.id
      """;

  private final JdbcClient jdbc;

  EnrollmentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Enrollment> find(long id) {
    return jdbc.sql(SELECT + " WHERE e.id = :id")
        .param("id", id)
        .query((rs, n) -> enrollment(rs))
        .optional();
  }

  /** The person's enrolment that holds in the edition. */
  Optional<Enrollment> held(long editionId, long personId) {
    return jdbc.sql(
            SELECT
                + """
                   WHERE e.edition_id = :edition AND e.person_id = :person
                     AND e.state = ANY(:states)
                  """)
        .param("edition", editionId)
        .param("person", personId)
        .param("states", names(HELD))
        .query((rs, n) -> enrollment(rs))
        .optional();
  }

  long insert(
      long editionId, long personId, long bodyId, int arrival, EnrollmentState state, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO training_enrollment
              (edition_id, person_id, body_id, arrival, state, state_since, enrolled_at)
            VALUES (:edition, :person, :body, :arrival, :state, :now, :now)
            RETURNING id
            """)
        .param("edition", editionId)
        .param("person", personId)
        .param("body", bodyId)
        .param("arrival", arrival)
        .param("state", state.name())
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /**
   * @param reason {@code null} leaves what there is
   * @return false if the enrolment is in another state meanwhile
   */
  boolean change(long id, EnrollmentState from, EnrollmentState to, String reason, Instant now) {
    return jdbc.sql(
                """
                UPDATE training_enrollment
                   SET state = :to, state_since = :now, reason = coalesce(:reason, reason),
                       seated_at = CASE WHEN :to = 'CONFIRMED' THEN :now ELSE seated_at END
                 WHERE id = :id AND state = :from
                """)
            .param("id", id)
            .param("from", from.name())
            .param("to", to.name())
            .param("reason", reason)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** In order of arrival. */
  List<Enrollment> next(long editionId, EnrollmentState state, int limit) {
    return jdbc.sql(
            SELECT
                + """
                   WHERE e.edition_id = :edition AND e.state = :state
                   ORDER BY e.arrival LIMIT :limit
                  """)
        .param("edition", editionId)
        .param("state", state.name())
        .param("limit", limit)
        .query((rs, n) -> enrollment(rs))
        .list();
  }

  boolean existsAny(long editionId, Collection<EnrollmentState> states) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM training_enrollment
                            WHERE edition_id = :edition AND state = ANY(:states))
            """)
        .param("edition", editionId)
        .param("states", names(states))
        .query(Boolean.class)
        .single();
  }

  /**
   * Enrolments of the person that can still become something else, in editions whose sessions are
   * not over yet.
   */
  List<UnderWay> underWay(long personId) {
    return jdbc.sql(
            """
            SELECT n.id, n.edition_id, e.title
              FROM training_enrollment n JOIN training_edition e ON e.id = n.edition_id
             WHERE n.person_id = :person AND n.state = ANY(:states)
               AND e.state IN ('PUBLISHED', 'ENROLLING', 'RUNNING')
             ORDER BY n.id
            """)
        .param("person", personId)
        .param("states", names(OPEN))
        .query(
            (row, number) ->
                new UnderWay(row.getLong("id"), row.getLong("edition_id"), row.getString("title")))
        .list();
  }

  /** An enrolment with its edition's title. */
  record UnderWay(long id, long editionId, String title) {}

  /** Ids of the persons, in order of arrival. */
  List<Long> persons(long editionId, Collection<EnrollmentState> states) {
    return jdbc.sql(
            """
            SELECT person_id FROM training_enrollment
             WHERE edition_id = :edition AND state = ANY(:states) ORDER BY arrival
            """)
        .param("edition", editionId)
        .param("states", names(states))
        .query(Long.class)
        .list();
  }

  /** How many places people of the body hold, or have asked for. */
  int countOfBody(long editionId, long bodyId) {
    return jdbc.sql(
            """
            SELECT count(*) FROM training_enrollment
             WHERE edition_id = :edition AND body_id = :body AND state = ANY(:states)
            """)
        .param("edition", editionId)
        .param("body", bodyId)
        .param("states", names(HELD))
        .query(Integer.class)
        .single();
  }

  /** How many stand on the waiting list behind this arrival. */
  int countWaitingBehind(long editionId, int arrival) {
    return jdbc.sql(
            """
            SELECT count(*) FROM training_enrollment
             WHERE edition_id = :edition AND state = 'WAITING' AND arrival > :arrival
            """)
        .param("edition", editionId)
        .param("arrival", arrival)
        .query(Integer.class)
        .single();
  }

  static Enrollment enrollment(ResultSet rs) throws SQLException {
    return new Enrollment(
        rs.getLong("id"),
        rs.getLong("edition_id"),
        rs.getLong("person_id"),
        rs.getLong("body_id"),
        rs.getInt("arrival"),
        EnrollmentState.valueOf(rs.getString("state")),
        moment(rs, "state_since"),
        moment(rs, "enrolled_at"),
        moment(rs, "seated_at"),
        rs.getString("reason"),
        moment(rs, "handed_in_at"));
  }

  private static Instant moment(ResultSet rs, String column) throws SQLException {
    Timestamp value = rs.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static String[] names(Collection<EnrollmentState> states) {
    return states.stream().map(EnrollmentState::name).toArray(String[]::new);
  }
}
