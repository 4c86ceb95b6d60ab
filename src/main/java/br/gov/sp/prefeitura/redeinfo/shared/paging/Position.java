package br.gov.sp.prefeitura.redeinfo.shared.paging;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Place in a list that is ordered by time and id, newest first. */
public record Position(Instant at, long id) {

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
      throw Refusal.invalid("paging.position");
    }
    Instant at = Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
    return at.isAfter(NEWEST.at()) ? NEWEST : new Position(at, Long.parseLong(parts.group(2)));
  }

  /** PostgreSQL keeps microseconds, and so does the address. */
  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
  }
}
