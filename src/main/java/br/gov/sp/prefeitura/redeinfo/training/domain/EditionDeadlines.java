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

  /** How often keepers are asked again for a sheet that is not complete. */
  public int sheetReminders() {
    return periods.sheetReminders();
  }

  /**
   * When certificates are called for, before the year of the last session is over; on the next
   * working day after it if that time has passed.
   */
  public Instant certificateReminder(Instant lastSessionEnds) {
    LocalDate last = LocalDate.ofInstant(lastSessionEnds, SaoPaulo.ZONE);
    Instant called =
        workingDays.morning(
            workingDays.onOrAfter(periods.certificateReminder().atYear(last.getYear())));
    if (called.isAfter(clock.instant())) {
      return called;
    }
    LocalDate today = SaoPaulo.today(clock);
    return workingDays.morning(workingDays.plus(last.isAfter(today) ? last : today, 1));
  }
}
