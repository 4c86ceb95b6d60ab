package br.gov.sp.prefeitura.redeinfo.shared.time;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/**
 * Counts in the city's working days: Monday to Friday, without the national, state and municipal
 * holidays and without the optional days (<i>pontos facultativos</i>) of the table {@code
 * optional_day}.
 */
@Component
public class WorkingDays {

  /** A deadline given as a date ends with that day's office hours. */
  private static final LocalTime END_OF_OFFICE_HOURS = LocalTime.of(18, 0);

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private static final String[] CITY_OF_SAO_PAULO = {"sp", "csp"};

  private final HolidayManager holidays =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.BRAZIL));
  private final OptionalDays optionalDays;

  WorkingDays(OptionalDays optionalDays) {
    this.optionalDays = optionalDays;
  }

  public boolean isWorkingDay(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY
        && date.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.isHoliday(date, CITY_OF_SAO_PAULO)
        && !optionalDays.contains(date);
  }

  /** The {@code days}-th working day after {@code start}; {@code start} itself does not count. */
  public LocalDate plus(LocalDate start, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("days must not be negative: " + days);
    }
    LocalDate date = start;
    for (int counted = 0; counted < days; ) {
      date = date.plusDays(1);
      if (isWorkingDay(date)) {
        counted++;
      }
    }
    return date;
  }

  /** The {@code days}-th working day before {@code end}; {@code end} itself does not count. */
  public LocalDate minus(LocalDate end, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("days must not be negative: " + days);
    }
    LocalDate date = end;
    for (int counted = 0; counted < days; ) {
      date = date.minusDays(1);
      if (isWorkingDay(date)) {
        counted++;
      }
    }
    return date;
  }

  /** The day itself if people work then, or else the next day they do. */
  public LocalDate onOrAfter(LocalDate date) {
    return isWorkingDay(date) ? date : plus(date, 1);
  }

  /** When people come to work that day. */
  public Instant morning(LocalDate date) {
    return date.atTime(MORNING).atZone(SaoPaulo.ZONE).toInstant();
  }

  /**
   * The morning some working days before a due date; halfway between now and the due date when that
   * morning is past already.
   */
  public Instant reminder(Instant due, int days, Instant now) {
    Instant morning = morning(minus(LocalDate.ofInstant(due, SaoPaulo.ZONE), days));
    return morning.isAfter(now)
        ? morning
        : now.plusSeconds(Math.max(0, due.getEpochSecond() - now.getEpochSecond()) / 2);
  }

  /** The end of office hours of the {@code days}-th working day after the day of {@code start}. */
  public Instant deadline(Instant start, int days) {
    return endOfOfficeHours(plus(LocalDate.ofInstant(start, SaoPaulo.ZONE), days));
  }

  /** When a deadline named by its date alone has passed. */
  public Instant endOfOfficeHours(LocalDate date) {
    return date.atTime(END_OF_OFFICE_HOURS).atZone(SaoPaulo.ZONE).toInstant();
  }

  /**
   * Working days after {@code from} up to and including {@code to}; 0 when {@code to} is not later.
   */
  public int between(LocalDate from, LocalDate to) {
    int counted = 0;
    for (LocalDate date = from.plusDays(1); !date.isAfter(to); date = date.plusDays(1)) {
      if (isWorkingDay(date)) {
        counted++;
      }
    }
    return counted;
  }
}
