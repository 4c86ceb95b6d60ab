package br.gov.sp.prefeitura.redeinfo.privacy.domain;

import java.time.MonthDay;
import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long personal data lives, and when what has lapsed goes.
 *
 * @param keep by kind, how long after it ended; a kind without a period is kept
 * @param runOn day of the year from which on the yearly run starts by itself; empty: only when
 *     somebody starts it
 * @param batchSize how many records become anonymous in one transaction
 * @param copiesPerHour how many copies of their data one person takes in an hour
 */
@ConfigurationProperties("rede-info.privacy")
record PrivacyProperties(
    Map<String, Period> keep,
    @DefaultValue("--01-10") String runOn,
    @DefaultValue("200") int batchSize,
    @DefaultValue("5") int copiesPerHour) {

  PrivacyProperties {
    keep = keep == null ? Map.of() : Map.copyOf(keep);
    if (batchSize < 1 || copiesPerHour < 1) {
      throw new IllegalArgumentException(
          "rede-info.privacy.batch-size and copies-per-hour must be positive");
    }
    day(runOn);
  }

  /** The yearly day; {@code null}: none. */
  MonthDay yearly() {
    return day(runOn);
  }

  private static MonthDay day(String text) {
    return text == null || text.isBlank() ? null : MonthDay.parse(text);
  }
}
