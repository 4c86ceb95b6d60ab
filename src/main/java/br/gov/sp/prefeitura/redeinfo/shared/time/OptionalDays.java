package br.gov.sp.prefeitura.redeinfo.shared.time;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The days on which the city's offices close by decree although the law names no holiday. Deadlines
 * ask for many days at once, so a year's few rows are kept for a minute; a new decree counts after
 * that without a restart.
 */
@Component
class OptionalDays {

  private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();

  private final JdbcClient jdbc;
  private final ConcurrentHashMap<Integer, Year> years = new ConcurrentHashMap<>();

  private final LongSupplier nanoTime;

  @Autowired
  OptionalDays(JdbcClient jdbc) {
    this(jdbc, System::nanoTime);
  }

  /**
   * @param nanoTime tells how long a year's rows have been kept
   */
  OptionalDays(JdbcClient jdbc, LongSupplier nanoTime) {
    this.jdbc = jdbc;
    this.nanoTime = nanoTime;
  }

  boolean contains(LocalDate date) {
    return years
        .compute(
            date.getYear(), (year, known) -> known != null && isFresh(known) ? known : read(year))
        .days()
        .contains(date);
  }

  private Year read(int year) {
    Set<LocalDate> days =
        Set.copyOf(
            jdbc.sql("SELECT day FROM optional_day WHERE day BETWEEN :first AND :last")
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query(LocalDate.class)
                .list());
    return new Year(days, nanoTime.getAsLong());
  }

  private boolean isFresh(Year year) {
    return nanoTime.getAsLong() - year.readAt() < KEPT_NANOS;
  }

  private record Year(Set<LocalDate> days, long readAt) {}
}
