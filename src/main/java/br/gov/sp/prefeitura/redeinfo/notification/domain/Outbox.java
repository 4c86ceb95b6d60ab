package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.notification.domain.StoredNotice.State;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
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

/** The outbox table of notices. */
@Repository
class Outbox {

  private static final String COLUMNS =
      """
      id, event_key, recipient_id, template, parameters, path, locale, created_at, secret,
      expires_at, state, attempts, next_attempt_at, last_error, sent_at, attachments\
      """;

  private final JdbcClient jdbc;
  private final MailParameters parameters;
  private final MailQueue queue;

  Outbox(JdbcClient jdbc, MailParameters parameters) {
    this.jdbc = jdbc;
    this.parameters = parameters;
    this.queue = new MailQueue(jdbc, "notice", "next_attempt_at, id");
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
        .param("parameters", parameters.write(notice.parameters()))
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

  MailQueue queue() {
    return queue;
  }

  List<StoredNotice> take(int limit, Duration lease) {
    return queue.take(limit, lease, COLUMNS, this::read);
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
        parameters.read(row.getString("parameters")),
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

  private static String column(State state) {
    return state.name().toLowerCase(Locale.ROOT);
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
