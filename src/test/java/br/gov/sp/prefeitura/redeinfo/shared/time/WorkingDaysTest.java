package br.gov.sp.prefeitura.redeinfo.shared.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("Working days of the city")
class WorkingDaysTest {

  private static JdbcClient jdbc;
  private static WorkingDays days;

  @BeforeAll
  static void readOptionalDays() {
    JdbcConnectionDetails details = TestDatabase.createDatabase();
    jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                details.getJdbcUrl(), details.getUsername(), details.getPassword()));
    days = new WorkingDays(new OptionalDays(jdbc));
  }

  @ParameterizedTest(name = "{0} is {1}: {2}")
  @CsvSource({
    "2017-01-25, false, the city's foundation",
    "2017-02-27, false, Carnival Monday (optional)",
    "2017-02-28, false, Carnival Tuesday",
    "2017-03-01, false, Ash Wednesday",
    "2017-04-14, false, Good Friday",
    "2017-04-21, false, Tiradentes",
    "2017-05-18, true,  the network's launch",
    "2017-06-15, false, Corpus Christi",
    "2017-11-20, false, Consciência Negra (municipal)",
    "2017-11-21, true,  an ordinary Tuesday",
    "2026-01-26, true,  the Monday after a Sunday's holiday",
    "2026-02-16, false, Carnival Monday (optional)",
    "2026-06-04, false, Corpus Christi",
    "2026-07-09, false, the state's day",
    "2026-09-07, false, Independence",
    "2026-10-28, false, servants' day (optional)",
    "2026-11-20, false, Consciência Negra (national since 2024)",
    "2026-11-21, false, a Saturday",
    "2026-11-22, false, a Sunday",
    "2026-11-23, true,  an ordinary Monday",
    "2027-01-25, false, the city's foundation",
    "2027-02-08, false, Carnival Monday (optional)",
    "2027-05-27, false, Corpus Christi",
    "2027-07-09, false, the state's day",
    "2027-12-24, true,  Christmas Eve unless a decree says otherwise"
  })
  @DisplayName("know the holidays of nation, state and city and the optional days")
  void knowHolidays(LocalDate date, boolean working, String why) {
    assertThat(days.isWorkingDay(date)).as(why).isEqualTo(working);
  }

  @ParameterizedTest(name = "{1} after {0}: {2}")
  @CsvSource({
    "2026-11-23, 0,  2026-11-23",
    "2026-11-23, 1,  2026-11-24",
    "2026-11-19, 1,  2026-11-23",
    "2026-11-21, 1,  2026-11-23",
    "2026-02-13, 1,  2026-02-19",
    "2017-06-14, 10, 2017-06-29",
    "2026-12-23, 5,  2026-12-31"
  })
  @DisplayName("are counted from the day after the start")
  void areCounted(LocalDate start, int count, LocalDate expected) {
    assertThat(days.plus(start, count)).isEqualTo(expected);
  }

  @Test
  @DisplayName("end a deadline with the office hours of São Paulo, whatever the day is elsewhere")
  void endWithOfficeHours() {
    // 23:30 of Friday the 20th in São Paulo is already Saturday in UTC.
    Instant lateOnTheTwentieth = Instant.parse("2026-11-21T02:30:00Z");

    assertThat(days.deadline(lateOnTheTwentieth, 1)).isEqualTo("2026-11-23T21:00:00Z");
    // Daylight saving time still existed in 2017.
    assertThat(days.endOfOfficeHours(LocalDate.of(2017, 12, 1))).isEqualTo("2017-12-01T20:00:00Z");
  }

  @Test
  @DisplayName("follow a new decree within a minute, without a restart")
  void followNewDecree() {
    LocalDate eve = LocalDate.of(2031, 12, 24);
    AtomicLong nanos = new AtomicLong();
    WorkingDays running = new WorkingDays(new OptionalDays(jdbc, nanos::get));
    assertThat(running.isWorkingDay(eve)).isTrue();

    jdbc.sql("INSERT INTO optional_day VALUES (:day, 'Véspera')").param("day", eve).update();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());

    assertThat(running.isWorkingDay(eve)).isFalse();
  }

  @Test
  @DisplayName("cannot be counted backwards")
  void refuseNegativeCounts() {
    assertThatThrownBy(() -> days.plus(LocalDate.of(2026, 11, 23), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
