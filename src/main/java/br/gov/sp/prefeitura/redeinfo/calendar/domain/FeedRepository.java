package br.gov.sp.prefeitura.redeinfo.calendar.domain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the table {@code calendar_feed}. */
@Repository
class FeedRepository {

  private final JdbcClient jdbc;

  FeedRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The person's address; one they had opens nothing any more. */
  void replace(long personId, byte[] tokenHash, Instant now) {
    jdbc.sql(
            """
            INSERT INTO calendar_feed (person_id, token_hash, made_at) VALUES (:person, :hash, :now)
            ON CONFLICT (person_id) DO UPDATE
               SET token_hash = EXCLUDED.token_hash, made_at = EXCLUDED.made_at, last_read_at = NULL
            """)
        .param("person", personId)
        .param("hash", tokenHash)
        .param("now", utc(now))
        .update();
  }

  /** Returns whether there was one. */
  boolean delete(long personId) {
    return jdbc.sql("DELETE FROM calendar_feed WHERE person_id = :person")
            .param("person", personId)
            .update()
        == 1;
  }

  Optional<CalendarFeeds.Feed> find(long personId) {
    return jdbc.sql("SELECT made_at, last_read_at FROM calendar_feed WHERE person_id = :person")
        .param("person", personId)
        .query(
            (rs, n) -> {
              OffsetDateTime read = rs.getObject("last_read_at", OffsetDateTime.class);
              return new CalendarFeeds.Feed(
                  rs.getObject("made_at", OffsetDateTime.class).toInstant(),
                  read == null ? null : read.toInstant());
            })
        .optional();
  }

  Optional<Long> personOf(byte[] tokenHash) {
    return jdbc.sql("SELECT person_id FROM calendar_feed WHERE token_hash = :hash")
        .param("hash", tokenHash)
        .query(Long.class)
        .optional();
  }

  /** Writes at most once in an hour: programs read every few minutes. */
  void noteReading(long personId, Instant now, Instant anHourAgo) {
    jdbc.sql(
            """
            UPDATE calendar_feed SET last_read_at = :now
             WHERE person_id = :person AND (last_read_at IS NULL OR last_read_at < :before)
            """)
        .param("person", personId)
        .param("now", utc(now))
        .param("before", utc(anHourAgo))
        .update();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
