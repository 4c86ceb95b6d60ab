package br.gov.sp.prefeitura.redeinfo.identity.domain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the table {@code password_link}. */
@Repository
class PasswordLinkRepository {

  private final JdbcClient jdbc;

  PasswordLinkRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(byte[] tokenHash, long personId, boolean reset, Instant now, Instant validUntil) {
    jdbc.sql(
            """
            INSERT INTO password_link (token_hash, person_id, reset, issued_at, valid_until)
            VALUES (:hash, :person, :reset, :now, :until)
            """)
        .param("hash", tokenHash)
        .param("person", personId)
        .param("reset", reset)
        .param("now", utc(now))
        .param("until", utc(validUntil))
        .update();
  }

  boolean hasValid(long personId, Instant now) {
    return issuedAfter(personId, now, Instant.EPOCH);
  }

  /** Whether a link that still works was issued after the moment. */
  boolean issuedAfter(long personId, Instant now, Instant since) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM password_link
                            WHERE person_id = :person AND used_at IS NULL
                              AND valid_until > :now AND issued_at > :since)
            """)
        .param("person", personId)
        .param("now", utc(now))
        .param("since", utc(since))
        .query(Boolean.class)
        .single();
  }

  /** Whose password the secret sets; empty if it is unknown, used or too old. */
  Optional<Long> findPerson(byte[] tokenHash, Instant now) {
    return jdbc.sql(
            """
            SELECT person_id FROM password_link
             WHERE token_hash = :hash AND used_at IS NULL AND valid_until > :now
            """)
        .param("hash", tokenHash)
        .param("now", utc(now))
        .query(Long.class)
        .optional();
  }

  /** True for exactly one caller. */
  boolean use(byte[] tokenHash, Instant now) {
    return jdbc.sql(
                """
                UPDATE password_link SET used_at = :now
                 WHERE token_hash = :hash AND used_at IS NULL AND valid_until > :now
                """)
            .param("hash", tokenHash)
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** No other link of the person works any more. */
  void revokeAll(long personId, Instant now) {
    jdbc.sql(
            "UPDATE password_link SET used_at = :now WHERE person_id = :person AND used_at IS NULL")
        .param("person", personId)
        .param("now", utc(now))
        .update();
  }

  void deleteExpiredBefore(Instant moment) {
    jdbc.sql("DELETE FROM password_link WHERE valid_until < :moment")
        .param("moment", utc(moment))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
