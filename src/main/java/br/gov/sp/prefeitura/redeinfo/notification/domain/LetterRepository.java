package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.notification.Letters.Letter;
import br.gov.sp.prefeitura.redeinfo.notification.domain.StoredNotice.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code letter}. */
@Repository
class LetterRepository {

  private static final String COLUMNS =
      """
      id, address, template, parameters, path, opt_out_path, locale, created_at, expires_at,
      attempts\
      """;

  private final JdbcClient jdbc;
  private final MailParameters parameters;
  private final MailQueue queue;

  LetterRepository(JdbcClient jdbc, MailParameters parameters) {
    this.jdbc = jdbc;
    this.parameters = parameters;
    // The reader alone holds the link to opt out from then on.
    this.queue =
        new MailQueue(jdbc, "letter", "secret DESC, next_attempt_at, id", ", opt_out_path = NULL");
  }

  MailQueue queue() {
    return queue;
  }

  List<StoredLetter> take(int limit, Duration lease) {
    return queue.take(limit, lease, COLUMNS, this::read);
  }

  /**
   * One row per letter whose event and address have none yet, in one statement, in the order of
   * their keys, so that two transactions that write the same cannot wait for each other.
   */
  int add(List<Letter> letters, Locale locale, Instant createdAt, State state) {
    return jdbc.sql(
            """
            INSERT INTO letter (event_key, address, template, parameters, path, opt_out_path,
                                locale, created_at, secret, expires_at, state)
            SELECT event_key, address, template, CAST(parameters AS jsonb), path, opt_out_path,
                   :locale, :createdAt, expires_at IS NOT NULL, CAST(expires_at AS timestamptz),
                   :state
              FROM unnest(CAST(:eventKeys AS text[]), CAST(:addresses AS text[]),
                          CAST(:templates AS text[]), CAST(:parameters AS text[]),
                          CAST(:paths AS text[]), CAST(:optOutPaths AS text[]),
                          CAST(:expiries AS text[]))
                     AS l (event_key, address, template, parameters, path, opt_out_path, expires_at)
             ORDER BY event_key, address
            ON CONFLICT (event_key, address) DO NOTHING
            """)
        .param("locale", locale.toLanguageTag())
        .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
        .param("state", state.name().toLowerCase(Locale.ROOT))
        .param("eventKeys", column(letters, Letter::eventKey))
        .param("addresses", column(letters, Letter::address))
        .param("templates", column(letters, Letter::template))
        .param("parameters", column(letters, letter -> parameters.write(letter.parameters())))
        .param("paths", column(letters, Letter::path))
        .param("optOutPaths", column(letters, Letter::optOutPath))
        .param(
            "expiries",
            column(letters, l -> l.expiresAt() == null ? null : l.expiresAt().toString()))
        .update();
  }

  /** How many are not delivered: both counts on the index of undelivered ones. */
  Undelivered undelivered() {
    return jdbc.sql(
            """
            SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
                   count(*) FILTER (WHERE state = 'failed') AS failed
              FROM letter WHERE state IN ('waiting', 'failed')
            """)
        .query((row, number) -> new Undelivered(row.getLong("waiting"), row.getLong("failed")))
        .single();
  }

  long lapsed(Instant before) {
    return jdbc.sql("SELECT count(*) FROM letter WHERE created_at < :before AND NOT anonymised")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** What was written to whom is gone; that something was written stays. */
  int anonymise(Instant before, int limit) {
    return jdbc.sql(
            """
            UPDATE letter
               SET address = 'letter-' || id, parameters = '{}', path = NULL, opt_out_path = NULL,
                   state = CASE WHEN state = 'waiting' THEN 'failed' ELSE state END,
                   anonymised = true
             WHERE id IN (SELECT id FROM letter WHERE created_at < :before AND NOT anonymised
                           ORDER BY created_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .update();
  }

  /** What was written to the address, newest first. */
  List<StoredLetter> of(String address, int limit) {
    return jdbc.sql(
            """
            SELECT %s FROM letter WHERE address = :address
             ORDER BY created_at DESC, id DESC LIMIT :limit
            """
                .formatted(COLUMNS))
        .param("address", address)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  private StoredLetter read(ResultSet row, int number) throws SQLException {
    return new StoredLetter(
        row.getLong("id"),
        row.getString("address"),
        row.getString("template"),
        parameters.read(row.getString("parameters")),
        row.getString("path"),
        row.getString("opt_out_path"),
        Locale.forLanguageTag(row.getString("locale")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("expires_at", OffsetDateTime.class)),
        row.getInt("attempts"));
  }

  private static Instant instant(OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }

  private static String[] column(List<Letter> letters, Function<Letter, String> value) {
    return letters.stream().map(value).toArray(String[]::new);
  }

  /** Letters that wait, and letters that nobody gets. */
  record Undelivered(long waiting, long failed) {}
}
