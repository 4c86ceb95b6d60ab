package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/** When the invented people work: on working days, in office hours. */
@Component
@ConditionalOnDemonstration
class OfficeTime {

  private static final LocalTime MORNING = LocalTime.of(9, 5);
  private static final LocalTime AFTERNOON = LocalTime.of(13, 30);
  private static final int HALF_DAY_SECONDS = 3 * 60 * 60;

  private final WorkingDays workingDays;

  OfficeTime(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  /** The working day {@code days} working days before {@code date}. */
  LocalDate before(LocalDate date, int days) {
    LocalDate day = date;
    for (int counted = 0; counted < days; ) {
      day = day.minusDays(1);
      if (workingDays.isWorkingDay(day)) {
        counted++;
      }
    }
    return day;
  }

  LocalDate after(LocalDate date, int days) {
    return workingDays.plus(date, days);
  }

  /** When rounds are opened and vacancies noticed: before anybody acts on that day. */
  static Instant startOf(LocalDate day) {
    return at(day, LocalTime.of(9, 0));
  }

  /** A time in the morning, different for each key and the same at every start. */
  static Instant inTheMorning(LocalDate day, String key) {
    return at(day, MORNING.plusSeconds(checksum(key) % HALF_DAY_SECONDS));
  }

  /** Likewise, in the afternoon of that day. */
  static Instant inTheAfternoon(LocalDate day, String key) {
    return at(day, AFTERNOON.plusSeconds(checksum(key) % HALF_DAY_SECONDS));
  }

  /** A moment in the city's time. */
  static Instant instant(LocalDateTime moment) {
    return moment.atZone(SaoPaulo.ZONE).toInstant();
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return instant(day.atTime(time));
  }

  private static long checksum(String key) {
    CRC32 checksum = new CRC32();
    checksum.update(key.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue();
  }
}
