package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.notification.domain.StoredNotice.State;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The outbox table. When an attempt is due is a matter of the database's clock alone: nodes' clocks
 * differ, and the application's clock is moved by the demonstration replay.
 */
@Repository
class Outbox {

  private static final String COLUMNS =
      """
      id, event_key, recipient_id, template, parameters, path, locale, created_at, secret,
      expires_at, state, attempts, next_attempt_at, last_error, sent_at, attachments\
      """;

  private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  Outbox(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** One row per recipient who has none for this event yet, in one statement. */
  int add(NewNotice notice, Collection<Long> recipientIds) {
    // In order, so that two transactions that write the same event cannot wait for each other.
    long[] recipients = recipientIds.stream().mapToLong(Long::longValue).sorted().toArray();
    return jdbc.sql(
            """
            INSERT INTO notice (event_key, recipient_id, template, parameters, path, locale,
                                created_at, secret, expires_at, state, attachments)
            SELECT :eventKey, recipient, :template, CAST(:parameters AS jsonb), :path, :locale,
                   :createdAt, :secret, :expiresAt, :state, :attachments
              FROM unnest(CAST(:recipients AS bigint[])) AS recipient
            ON CONFLICT (event_key, recipient_id) DO NOTHING
            """)
        .param("eventKey", notice.eventKey())
        .param("template", notice.template())
        .param("parameters", write(notice.parameters()))
        .param("path", notice.path())
        .param("locale", notice.locale().toLanguageTag())
        .param("createdAt", timestamp(notice.createdAt()))
        .param("secret", notice.secret())
        .param("expiresAt", timestamp(notice.expiresAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("state", column(notice.state()))
        .param("attachments", notice.attachments().toArray(String[]::new))
        .param("recipients", recipients)
        .update();
  }

  /**
   * Takes mails that are due, for one dispatcher alone until the lease ends: whoever asks at the
   * same time gets others. Commits at once, so that no transaction is open while mails go out.
   */
  List<StoredNotice> take(int limit, Duration lease) {
    return jdbc.sql(
            """
            UPDATE notice
               SET attempts = attempts + 1,
                   next_attempt_at = now() + make_interval(secs => :lease),
                   last_error = NULL
             WHERE id IN (SELECT id FROM notice
                           WHERE state = 'waiting' AND next_attempt_at <= now()
                           ORDER BY next_attempt_at, id
                           LIMIT :limit
                             FOR UPDATE SKIP LOCKED)
            RETURNING %s
            """
                .formatted(COLUMNS))
        .param("lease", seconds(lease))
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  /** Also right when the lease has ended meanwhile: the mail is out, nobody needs to send it. */
  void markSent(long id) {
    jdbc.sql(
            """
            UPDATE notice
               SET state = 'sent', sent_at = now(), last_error = NULL,
                   path = CASE WHEN secret THEN NULL ELSE path END
             WHERE id = :id AND state = 'waiting'
            """)
        .param("id", id)
        .update();
  }

  /** Only while the row is still ours: {@code attempts} says which attempt speaks. */
  void postpone(StoredNotice notice, DeliveryError error, Duration pause) {
    jdbc.sql(
            """
            UPDATE notice
               SET last_error = :error, next_attempt_at = now() + make_interval(secs => :pause)
             WHERE id = :id AND state = 'waiting' AND attempts = :attempts
            """)
        .param("error", error.name())
        .param("pause", seconds(pause))
        .param("id", notice.id())
        .param("attempts", notice.attempts())
        .update();
  }

  void markFailed(StoredNotice notice, DeliveryError error) {
    jdbc.sql(
            """
            UPDATE notice
               SET state = 'failed', last_error = :error,
                   path = CASE WHEN secret AND expires_at <= now() THEN NULL ELSE path END
             WHERE id = :id AND state = 'waiting' AND attempts = :attempts
            """)
        .param("error", error.name())
        .param("id", notice.id())
        .param("attempts", notice.attempts())
        .update();
  }

  /** Gives rows back that were taken but not tried. */
  void release(StoredNotice notice) {
    jdbc.sql(
            """
            UPDATE notice SET attempts = attempts - 1, next_attempt_at = now()
             WHERE id = :id AND state = 'waiting' AND attempts = :attempts
            """)
        .param("id", notice.id())
        .param("attempts", notice.attempts())
        .update();
  }

  /** Those that wait for the mail server need not wait any longer: it answers. */
  int hurryUnreachable() {
    return jdbc.sql(
            """
            UPDATE notice SET next_attempt_at = now()
             WHERE state = 'waiting' AND next_attempt_at > now() AND last_error = 'UNREACHABLE'
            """)
        .update();
  }

  /** Failed mails wait again, if their link still works. Returns whether it was so. */
  boolean retry(long id) {
    return jdbc.sql(
                """
                UPDATE notice SET state = 'waiting', attempts = 0, next_attempt_at = now()
                 WHERE id = :id AND state = 'failed' AND (NOT secret OR path IS NOT NULL)
                """)
            .param("id", id)
            .update()
        == 1;
  }

  /** Secrets that open nothing any more have no reason to stay. */
  int removeExpiredSecrets() {
    return jdbc.sql(
            "UPDATE notice SET path = NULL WHERE secret AND path IS NOT NULL AND expires_at <= now()")
        .update();
  }

  Optional<StoredNotice> find(long id) {
    return jdbc.sql("SELECT %s FROM notice WHERE id = :id".formatted(COLUMNS))
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** The person's notices before a position, newest first; secret ones are left out. */
  List<StoredNotice> ofPerson(long personId, Position before, int limit) {
    return jdbc.sql(
            """
            SELECT %s FROM notice
             WHERE recipient_id = :person AND NOT secret
               AND (created_at, id) < (:createdAt, :id)
             ORDER BY created_at DESC, id DESC
             LIMIT :limit
            """
                .formatted(COLUMNS))
        .param("person", personId)
        .param("createdAt", timestamp(before.at()))
        .param("id", before.id())
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  /** All notices before a position, newest first. */
  List<StoredNotice> all(Optional<State> state, Position before, int limit) {
    return jdbc.sql(
            """
            SELECT %s FROM notice
             WHERE %s (created_at, id) < (:createdAt, :id)
             ORDER BY created_at DESC, id DESC
             LIMIT :limit
            """
                .formatted(COLUMNS, state.isPresent() ? "state = :state AND" : ""))
        .param("state", state.map(Outbox::column).orElse(null))
        .param("createdAt", timestamp(before.at()))
        .param("id", before.id())
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  private StoredNotice read(ResultSet row, int number) throws SQLException {
    String error = row.getString("last_error");
    return new StoredNotice(
        row.getLong("id"),
        row.getString("event_key"),
        row.getLong("recipient_id"),
        row.getString("template"),
        parse(row.getString("parameters")),
        row.getString("path"),
        Locale.forLanguageTag(row.getString("locale")),
        instant(row, "created_at"),
        row.getBoolean("secret"),
        instant(row, "expires_at"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("attempts"),
        instant(row, "next_attempt_at"),
        error == null ? null : DeliveryError.valueOf(error),
        instant(row, "sent_at"),
        List.of((String[]) row.getArray("attachments").getArray()));
  }

  private String write(Map<String, String> parameters) {
    try {
      return json.writeValueAsString(parameters);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> parse(String parameters) {
    try {
      return json.readValue(parameters, PARAMETERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String column(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** What a new row says. */
  record NewNotice(
      String eventKey,
      String template,
      Map<String, String> parameters,
      String path,
      Locale locale,
      Instant createdAt,
      boolean secret,
      Instant expiresAt,
      State state,
      List<String> attachments) {}
}
