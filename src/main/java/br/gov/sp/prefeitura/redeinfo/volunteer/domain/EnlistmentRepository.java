package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.volunteer.Applicant;
import br.gov.sp.prefeitura.redeinfo.volunteer.Interest;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Enlistments; all methods join the caller's transaction. */
@Repository
class EnlistmentRepository {

  private final JdbcClient jdbc;

  EnlistmentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty if one of the address waits already. */
  Optional<Long> insert(Applicant applicant, byte[] withdrawalHash, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO enlistment (email, name, body_id, bond, unit, interest, motivation,
                statute_version, state, state_since, confirmed_at, withdrawal_hash)
            VALUES (:email, :name, :body, :bond, :unit, :interest, :motivation,
                :version, 'WAITING', :now, :now, :hash)
            ON CONFLICT (email) WHERE state = 'WAITING' DO NOTHING
            RETURNING id
            """)
        .param("email", applicant.email())
        .param("name", applicant.name())
        .param("body", applicant.bodyId())
        .param("bond", applicant.bond().name())
        .param("unit", applicant.unit())
        .param("interest", applicant.interest().name())
        .param("motivation", applicant.motivation())
        .param("version", applicant.statuteVersion())
        .param("now", Timestamp.from(now))
        .param("hash", withdrawalHash)
        .query(Long.class)
        .optional();
  }

  boolean isWaiting(String email) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM enlistment WHERE email = :email AND state = 'WAITING')")
        .param("email", email)
        .query(Boolean.class)
        .single();
  }

  Optional<Enlistment> find(long id) {
    return read("SELECT * FROM enlistment WHERE id = :id", id);
  }

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Enlistment> lock(long id) {
    return read("SELECT * FROM enlistment WHERE id = :id FOR UPDATE", id);
  }

  private Optional<Enlistment> read(String sql, long id) {
    return jdbc.sql(sql).param("id", id).query((row, n) -> enlistment(row)).optional();
  }

  /** The one that waits and that the link withdraws. */
  Optional<Enlistment> findWaiting(byte[] withdrawalHash) {
    return jdbc.sql("SELECT * FROM enlistment WHERE withdrawal_hash = :hash AND state = 'WAITING'")
        .param("hash", withdrawalHash)
        .query((row, n) -> enlistment(row))
        .optional();
  }

  void enter(long id, State state, Instant now) {
    jdbc.sql("UPDATE enlistment SET state = :state, state_since = :now WHERE id = :id")
        .param("id", id)
        .param("state", state.name())
        .param("now", Timestamp.from(now))
        .update();
  }

  void decide(long id, State state, String reason, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE enlistment
               SET state = :state, state_since = :now, reason = :reason,
                   decided_by = :by, decided_at = :now
             WHERE id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("reason", reason)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  void belongsTo(long id, long personId) {
    jdbc.sql("UPDATE enlistment SET person_id = :person WHERE id = :id")
        .param("id", id)
        .param("person", personId)
        .update();
  }

  long lapsed(Instant before) {
    return jdbc.sql("SELECT count(*) FROM enlistment WHERE " + LAPSED)
        .param("before", Timestamp.from(before))
        .query(Long.class)
        .single();
  }

  /** That somebody of the body asked, and what became of it, stays. */
  int anonymise(Instant before, int limit) {
    return jdbc.sql(
            """
            UPDATE enlistment
               SET email = 'anonymised-' || id, name = '—', unit = '—', motivation = NULL,
                   reason = CASE WHEN reason IS NULL THEN NULL ELSE '—' END,
                   withdrawal_hash = NULL, anonymised = true
             WHERE id IN (SELECT id FROM enlistment WHERE %s
                           ORDER BY state_since LIMIT :limit FOR UPDATE SKIP LOCKED)
            """
                .formatted(LAPSED))
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }

  private static final String LAPSED =
      "NOT anonymised AND state IN ('DECLINED', 'WITHDRAWN') AND state_since < :before";

  static Enlistment enlistment(ResultSet row) throws SQLException {
    return new Enlistment(
        row.getLong("id"),
        row.getString("email"),
        row.getString("name"),
        row.getLong("body_id"),
        Bond.valueOf(row.getString("bond")),
        row.getString("unit"),
        Interest.valueOf(row.getString("interest")),
        row.getString("motivation"),
        row.getObject("statute_version", Long.class),
        State.valueOf(row.getString("state")),
        moment(row, "state_since"),
        moment(row, "confirmed_at"),
        row.getString("reason"),
        row.getObject("decided_by", Long.class),
        moment(row, "decided_at"),
        row.getObject("person_id", Long.class));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
