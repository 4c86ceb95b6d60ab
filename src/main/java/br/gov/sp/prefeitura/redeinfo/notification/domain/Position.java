package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Place in the list of notices, which is ordered by time, newest first. */
public record Position(Instant createdAt, long id) {

  /** Before everything else. */
  public static final Position NEWEST =
      new Position(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

  /** The position as it stands in an address; {@link #NEWEST} for none. */
  public static Position parse(String text) {
    if (text == null || text.isEmpty()) {
      return NEWEST;
    }
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw Refusal.invalid("notification.position");
    }
    Instant createdAt = Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
    return createdAt.isAfter(NEWEST.createdAt())
        ? NEWEST
        : new Position(createdAt, Long.parseLong(parts.group(2)));
  }

  /** PostgreSQL keeps microseconds, and so does the address. */
  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "-" + id;
  }

  public static Position of(StoredNotice notice) {
    return new Position(notice.createdAt(), notice.id());
  }
}
