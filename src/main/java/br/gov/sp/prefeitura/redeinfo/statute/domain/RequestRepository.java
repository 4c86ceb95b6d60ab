package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceRequest.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests to accept a version; all methods join the caller's transaction. */
@Repository
class RequestRepository {

  private final JdbcClient jdbc;

  RequestRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Asks those who have neither accepted the version nor been asked, in one statement; of several
   * memberships the first given counts.
   *
   * @return how many are new
   */
  int insertMissing(long versionId, List<Appointment> memberships, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO statute_request (version_id, person_id, body_id, made_at)
            SELECT :version, m.person_id, m.body_id, :now
              FROM (SELECT DISTINCT ON (person_id) person_id, body_id, n
                      FROM unnest(cast(:persons AS bigint[]), cast(:bodies AS bigint[]))
                           WITH ORDINALITY AS given (person_id, body_id, n)
                     ORDER BY person_id, n) m
             WHERE NOT EXISTS (SELECT FROM statute_acceptance a
                                WHERE a.version_id = :version AND a.person_id = m.person_id)
             ORDER BY m.n
            ON CONFLICT DO NOTHING
            """)
        .param("version", versionId)
        .param("persons", memberships.stream().map(Appointment::personId).toArray(Long[]::new))
        .param("bodies", memberships.stream().map(Appointment::bodyId).toArray(Long[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * The next ones whose task is to be opened, kept from other nodes until the transaction ends;
   * what another node has taken is passed over.
   */
  List<AcceptanceRequest> takeUnstarted(int limit) {
    return jdbc.sql(
            """
            SELECT * FROM statute_request
             WHERE started_at IS NULL AND ended_at IS NULL
             ORDER BY id LIMIT :limit FOR NO KEY UPDATE SKIP LOCKED
            """)
        .param("limit", limit)
        .query(RequestRepository::request)
        .list();
  }

  void started(Collection<Long> ids, Instant dueAt, Instant now) {
    jdbc.sql("UPDATE statute_request SET started_at = :now, due_at = :due WHERE id = ANY(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .param("due", Timestamp.from(dueAt))
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * @return as it was left; empty if it was not open
   */
  Optional<AcceptanceRequest> end(long id, Outcome outcome, Instant now) {
    return jdbc.sql(
            """
            UPDATE statute_request SET ended_at = :now, outcome = :outcome
             WHERE id = :id AND ended_at IS NULL
            RETURNING *
            """)
        .param("id", id)
        .param("outcome", outcome.name())
        .param("now", Timestamp.from(now))
        .query(RequestRepository::request)
        .optional();
  }

  /** Ends all whose task was not opened. */
  void endUnstarted(Outcome outcome, Instant now) {
    jdbc.sql(
            """
            UPDATE statute_request SET ended_at = :now, outcome = :outcome
             WHERE started_at IS NULL AND ended_at IS NULL
            """)
        .param("outcome", outcome.name())
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<AcceptanceRequest> find(long id) {
    return jdbc.sql("SELECT * FROM statute_request WHERE id = :id")
        .param("id", id)
        .query(RequestRepository::request)
        .optional();
  }

  /** Of these persons, of any version. */
  List<AcceptanceRequest> openOf(Collection<Long> personIds) {
    return jdbc.sql(
            """
            SELECT * FROM statute_request
             WHERE person_id = ANY(:persons) AND ended_at IS NULL ORDER BY id
            """)
        .param("persons", personIds.toArray(Long[]::new))
        .query(RequestRepository::request)
        .list();
  }

  void ask(long id, String text, Instant now) {
    jdbc.sql("INSERT INTO statute_question (request_id, text, asked_at) VALUES (:id, :text, :now)")
        .param("id", id)
        .param("text", text)
        .param("now", Timestamp.from(now))
        .update();
  }

  boolean hasAsked(long id) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM statute_question WHERE request_id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private static AcceptanceRequest request(ResultSet rs, int row) throws SQLException {
    return new AcceptanceRequest(
        rs.getLong("id"),
        rs.getLong("version_id"),
        rs.getLong("person_id"),
        rs.getLong("body_id"),
        moment(rs, "started_at"),
        moment(rs, "due_at"),
        moment(rs, "ended_at"));
  }

  private static Instant moment(ResultSet rs, String column) throws SQLException {
    Timestamp value = rs.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
