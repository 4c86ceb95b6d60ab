package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests by the public page; all methods join the caller's transaction. */
@Repository
class JoinRequestRepository {

  private final JdbcClient jdbc;

  JoinRequestRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Requests for the same address come one after the other, on all nodes. */
  void oneAtATime(String email) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('join_request ' || :email, 0))")
        .param("email", email)
        .query((row, number) -> true)
        .single();
  }

  /** What was asked for since a moment: by the address, by it since a later one, by all. */
  Asked asked(String email, Instant since, Instant lately) {
    return jdbc.sql(
            """
            SELECT (SELECT count(*) FROM join_request
                     WHERE email = :email AND requested_at > :since) AS by_address,
                   EXISTS (SELECT FROM join_request
                            WHERE email = :email AND requested_at > :lately) AS just_now,
                   (SELECT count(*) FROM join_request WHERE requested_at > :since) AS by_all
            """)
        .param("email", email)
        .param("since", Timestamp.from(since))
        .param("lately", Timestamp.from(lately))
        .query(
            (row, number) ->
                new Asked(
                    row.getInt("by_address"), row.getBoolean("just_now"), row.getInt("by_all")))
        .single();
  }

  /**
   * @param tokenHash {@code null} if the letter has no link
   */
  long insert(
      String email, long bodyId, String name, byte[] tokenHash, Instant now, Instant validUntil) {
    return jdbc.sql(
            """
            INSERT INTO join_request (email, body_id, name, token_hash, requested_at, valid_until)
            VALUES (:email, :body, :name, :hash, :now, :until)
            RETURNING id
            """)
        .param("email", email)
        .param("body", bodyId)
        .param("name", name)
        .param("hash", tokenHash, Types.BINARY)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(validUntil))
        .query(Long.class)
        .single();
  }

  /** Empty if the link is unknown, used or too old. */
  Optional<JoinRequest> find(byte[] tokenHash, Instant now) {
    return jdbc.sql(
            """
            SELECT id, email, body_id, name FROM join_request
             WHERE token_hash = :hash AND used_at IS NULL AND valid_until > :now
            """)
        .param("hash", tokenHash)
        .param("now", Timestamp.from(now))
        .query(
            (row, number) ->
                new JoinRequest(
                    row.getLong("id"),
                    row.getString("email"),
                    row.getLong("body_id"),
                    row.getString("name")))
        .optional();
  }

  /** True for exactly one caller; no other link to the address works any more. */
  boolean use(JoinRequest request, Instant now) {
    boolean mine =
        jdbc.sql("UPDATE join_request SET used_at = :now WHERE id = :id AND used_at IS NULL")
                .param("id", request.id())
                .param("now", Timestamp.from(now))
                .update()
            == 1;
    jdbc.sql("UPDATE join_request SET used_at = :now WHERE email = :email AND used_at IS NULL")
        .param("email", request.email())
        .param("now", Timestamp.from(now))
        .update();
    return mine;
  }

  long lapsed(Instant before) {
    return jdbc.sql("SELECT count(*) FROM join_request WHERE requested_at < :before")
        .param("before", Timestamp.from(before))
        .query(Long.class)
        .single();
  }

  int delete(Instant before, int limit) {
    return jdbc.sql(
            """
            DELETE FROM join_request
             WHERE id IN (SELECT id FROM join_request WHERE requested_at < :before
                           ORDER BY requested_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }

  record Asked(int byAddress, boolean justNow, int byAll) {}
}
