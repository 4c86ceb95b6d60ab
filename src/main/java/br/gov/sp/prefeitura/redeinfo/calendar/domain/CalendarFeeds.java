package br.gov.sp.prefeitura.redeinfo.calendar.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.calendar.CalendarEntry;
import br.gov.sp.prefeitura.redeinfo.calendar.CalendarFiles;
import br.gov.sp.prefeitura.redeinfo.calendar.CalendarSource;
import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal addresses of calendars. Calendar programs cannot sign in, so the address itself is the
 * key: it shows the person's dates and nothing else, and the person can make it void.
 */
@Service
public class CalendarFeeds {

  /** How long a date that is over stays in the calendar. */
  private static final Duration KEPT = Duration.ofDays(90);

  private static final Duration READING_NOTED = Duration.ofHours(1);
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final FeedRepository feeds;
  private final ObjectProvider<CalendarSource> sources;
  private final CalendarFiles files;
  private final Accounts accounts;
  private final AuditLog audit;
  private final Clock clock;

  CalendarFeeds(
      FeedRepository feeds,
      ObjectProvider<CalendarSource> sources,
      CalendarFiles files,
      Accounts accounts,
      AuditLog audit,
      Clock clock) {
    this.feeds = feeds;
    this.sources = sources;
    this.files = files;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Feed> find(long personId) {
    return feeds.find(personId);
  }

  /**
   * Makes the person a new address; the one they had is void from now on.
   *
   * @return the secret in it, shown once and not kept
   */
  @Transactional
  public String make(long personId) {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    feeds.replace(personId, digest(secret), clock.instant());
    audit.record(AuditEntry.of(CalendarAction.FEED_MADE, personId).about(personId));
    return secret;
  }

  /** Makes the person's address void; does nothing if they have none. */
  @Transactional
  public void revoke(long personId) {
    if (feeds.delete(personId)) {
      audit.record(AuditEntry.of(CalendarAction.FEED_REVOKED, personId).about(personId));
    }
  }

  /** The person's dates from now on, the next one first. */
  @Transactional(readOnly = true)
  public List<CalendarEntry> upcoming(long personId, int limit) {
    return entries(personId, clock.instant()).stream()
        .filter(entry -> !entry.cancelled())
        .limit(limit)
        .toList();
  }

  /**
   * The calendar behind an address: what comes, and what was in the last 90 days. Empty if the
   * address is void, or its owner may no longer sign in.
   */
  @Transactional
  public Optional<byte[]> read(String secret, String name) {
    Optional<Long> person = feeds.personOf(digest(secret)).filter(accounts::isOpen);
    person.ifPresent(this::noteReading);
    return person.map(id -> files.feed(name, entries(id, clock.instant().minus(KEPT))));
  }

  private void noteReading(long personId) {
    Instant now = clock.instant();
    feeds.noteReading(personId, now, now.minus(READING_NOTED));
  }

  private List<CalendarEntry> entries(long personId, Instant endingAfter) {
    return sources
        .orderedStream()
        .flatMap(source -> source.entriesOf(personId, endingAfter).stream())
        .sorted(Comparator.comparing(CalendarEntry::startsAt).thenComparing(CalendarEntry::uid))
        .toList();
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param lastReadAt when a program last read it, to the hour or so; {@code null} for never
   */
  public record Feed(Instant madeAt, Instant lastReadAt) {}
}
