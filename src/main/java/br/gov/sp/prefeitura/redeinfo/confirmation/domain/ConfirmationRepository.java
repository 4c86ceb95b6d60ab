package br.gov.sp.prefeitura.redeinfo.confirmation.domain;

import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation.SeatName;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation.State;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of rounds and confirmations; all methods join the caller's transaction. */
@Repository
class ConfirmationRepository {

  static final String SELECT =
      "SELECT c.*, r.month FROM confirmation c JOIN confirmation_round r ON r.id = c.round_id ";

  private final JdbcClient jdbc;

  ConfirmationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty if the month has its round. */
  Optional<Long> insertRound(LocalDate month, Long by, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO confirmation_round (month, begun_at, begun_by) VALUES (:month, :now, :by)
            ON CONFLICT (month) DO NOTHING RETURNING id
            """)
        .param("month", month)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .query(Long.class)
        .optional();
  }

  Optional<Long> findRound(LocalDate month) {
    return jdbc.sql("SELECT id FROM confirmation_round WHERE month = :month")
        .param("month", month)
        .query(Long.class)
        .optional();
  }

  Map<Long, Long> idsByBody(long roundId) {
    Map<Long, Long> ids = new HashMap<>();
    jdbc.sql("SELECT body_id, id FROM confirmation WHERE round_id = :round")
        .param("round", roundId)
        .query(
            row -> {
              ids.put(row.getLong("body_id"), row.getLong("id"));
            });
    return ids;
  }

  void insertPending(long roundId, Collection<Body> bodies) {
    jdbc.sql(
            """
            INSERT INTO confirmation (round_id, body_id, acronym, state)
            SELECT :round, given.*, 'PENDING'
              FROM unnest(cast(:bodies AS bigint[]), cast(:acronyms AS text[])) AS given
            """)
        .param("round", roundId)
        .param("bodies", bodies.stream().map(Body::id).toArray(Long[]::new))
        .param("acronyms", bodies.stream().map(Body::acronym).toArray(String[]::new))
        .update();
  }

  /** The next one whose process nobody starts just now; kept from others until the commit. */
  Optional<Confirmation> takePending(long afterId) {
    return jdbc.sql(
            SELECT
                + """
                WHERE c.state = 'PENDING' AND c.id > :after
                ORDER BY c.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED
                """)
        .param("after", afterId)
        .query((row, n) -> map(row))
        .optional();
  }

  /** What older rounds still ask of the body, locked. */
  List<Confirmation> lockOlder(Confirmation newer) {
    return jdbc.sql(
            SELECT
                + """
                WHERE c.body_id = :body AND c.state IN ('PENDING', 'OPEN') AND r.month < :month
                ORDER BY c.id FOR UPDATE OF c
                """)
        .param("body", newer.bodyId())
        .param("month", newer.month())
        .query((row, n) -> map(row))
        .list();
  }

  void open(long id, Instant dueAt) {
    jdbc.sql("UPDATE confirmation SET state = 'OPEN', due_at = :due WHERE id = :id")
        .param("id", id)
        .param("due", Timestamp.from(dueAt))
        .update();
  }

  void replace(long id) {
    jdbc.sql("UPDATE confirmation SET state = 'REPLACED' WHERE id = :id").param("id", id).update();
  }

  Optional<Confirmation> find(long id) {
    return jdbc.sql(SELECT + "WHERE c.id = :id")
        .param("id", id)
        .query((row, n) -> map(row))
        .optional();
  }

  Optional<Confirmation> lock(long id) {
    return jdbc.sql(SELECT + "WHERE c.id = :id FOR UPDATE OF c")
        .param("id", id)
        .query((row, n) -> map(row))
        .optional();
  }

  void answer(
      long id, State state, Collection<SeatName> changed, String note, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE confirmation
               SET state = :state, changed_seats = :seats, note = :note,
                   answered_by = :by, answered_at = :now
             WHERE id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("seats", changed.stream().map(SeatName::toString).toArray(String[]::new))
        .param("note", note)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  static Confirmation map(ResultSet row) throws SQLException {
    return new Confirmation(
        row.getLong("id"),
        row.getObject("month", LocalDate.class),
        row.getLong("body_id"),
        row.getString("acronym"),
        State.valueOf(row.getString("state")),
        instant(row, "due_at"),
        row.getObject("answered_by", Long.class),
        instant(row, "answered_at"),
        Stream.of((String[]) row.getArray("changed_seats").getArray())
            .map(SeatName::parse)
            .toList(),
        row.getString("note"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
