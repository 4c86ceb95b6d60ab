package br.gov.sp.prefeitura.redeinfo.identity.domain;

import br.gov.sp.prefeitura.redeinfo.identity.IdentityProperties.Guesses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down, for all nodes together. An attempt counts as failed from its beginning and
 * is taken back when it succeeds, so that many guesses at the same moment gain nothing. Call
 * outside a transaction: what is counted must stay counted.
 */
@Component
class Throttle {

  private final JdbcClient jdbc;
  private final Clock clock;

  Throttle(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Counts an attempt.
   *
   * @return empty if it may go on, else how long to wait
   */
  Optional<Duration> begin(byte[] key, Guesses guesses) {
    Instant now = clock.instant();
    int allowed =
        jdbc.sql(
                """
                INSERT INTO attempt AS a (key, failures, last_at, blocked_until)
                VALUES (:key, 1, :now, '-infinity')
                ON CONFLICT (key) DO UPDATE
                   SET failures = CASE WHEN a.last_at < :forget THEN 1 ELSE a.failures + 1 END,
                       last_at = :now,
                       blocked_until =
                         CASE WHEN a.last_at < :forget OR a.failures + 1 < :free THEN '-infinity'
                              ELSE cast(:now AS timestamptz)
                                   + make_interval(secs => least(:longest,
                                       :first * power(2, least(a.failures + 1 - :free, 30))))
                         END
                 WHERE a.blocked_until <= :now
                """)
            .param("key", key)
            .param("now", utc(now))
            .param("forget", utc(now.minus(guesses.memory())))
            .param("free", guesses.free())
            .param("first", guesses.firstDelay().toMillis() / 1000.0)
            .param("longest", guesses.longestDelay().toMillis() / 1000.0)
            .update();
    return allowed == 1 ? Optional.empty() : Optional.of(wait(key, now));
  }

  /** Whether the next attempt has to wait. */
  boolean isBlocked(byte[] key) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM attempt WHERE key = :key AND blocked_until > :now)")
        .param("key", key)
        .param("now", utc(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /** The attempt succeeded: everything before it is forgotten. */
  void succeeded(byte[] key) {
    jdbc.sql("DELETE FROM attempt WHERE key = :key").param("key", key).update();
  }

  /** The attempt does not count, but earlier ones still do. */
  void takeBack(byte[] key) {
    jdbc.sql(
            """
            UPDATE attempt SET failures = greatest(failures - 1, 0), blocked_until = '-infinity'
             WHERE key = :key
            """)
        .param("key", key)
        .update();
  }

  void deleteOlderThan(Instant moment) {
    jdbc.sql("DELETE FROM attempt WHERE last_at < :moment AND blocked_until < :moment")
        .param("moment", utc(moment))
        .update();
  }

  private Duration wait(byte[] key, Instant now) {
    return jdbc.sql("SELECT blocked_until FROM attempt WHERE key = :key")
        .param("key", key)
        .query(OffsetDateTime.class)
        .optional()
        .map(until -> Duration.between(now, until.toInstant()))
        .filter(wait -> wait.compareTo(Duration.ofSeconds(1)) > 0)
        .orElse(Duration.ofSeconds(1));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
