package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** When the steps of an edition are due, in working days of the city counted from now. */
@Component
public class EditionDeadlines {

  private final WorkingDays workingDays;
  private final EditionProperties periods;
  private final Clock clock;

  EditionDeadlines(WorkingDays workingDays, EditionProperties periods, Clock clock) {
    this.workingDays = workingDays;
    this.periods = periods;
    this.clock = clock;
  }

  public Instant certification() {
    return workingDays.deadline(clock.instant(), periods.certificationDays());
  }

  public Instant review() {
    return workingDays.deadline(clock.instant(), periods.reviewDays());
  }

  public Instant reminder(Instant due) {
    return workingDays.reminder(due, periods.reminderDays(), clock.instant());
  }

  /** When keepers are asked again for a sheet that is not complete. */
  public Instant sheetReminder() {
    LocalDate today = SaoPaulo.today(clock);
    return workingDays.morning(workingDays.plus(today, Math.max(1, periods.sheetReminderDays())));
  }

  /** The next time that certificates are called for before the year is over. */
  public Instant certificateReminder() {
    Instant thisYear = certificateReminder(SaoPaulo.today(clock).getYear());
    return thisYear.isAfter(clock.instant())
        ? thisYear
        : certificateReminder(SaoPaulo.today(clock).getYear() + 1);
  }

  private Instant certificateReminder(int year) {
    return workingDays.morning(workingDays.onOrAfter(periods.certificateReminder().atYear(year)));
  }
}
