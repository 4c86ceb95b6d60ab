package br.gov.sp.prefeitura.redeinfo.confirmation.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** When rounds begin and answers are due, in working days of the city. */
@Component
public class ConfirmationDeadlines {

  private final WorkingDays workingDays;
  private final ConfirmationProperties periods;
  private final Clock clock;

  ConfirmationDeadlines(WorkingDays workingDays, ConfirmationProperties periods, Clock clock) {
    this.workingDays = workingDays;
    this.periods = periods;
    this.clock = clock;
  }

  /** Whether the day lies in one of the months with a round, from its first working day on. */
  boolean isRoundDue(LocalDate day) {
    return periods.months().contains(day.getMonthValue())
        && !day.isBefore(workingDays.onOrAfter(day.withDayOfMonth(1)));
  }

  /** For who is asked now. */
  public Instant answer() {
    return workingDays.deadline(clock.instant(), periods.answerDays());
  }

  public Instant reminder(Instant due) {
    return workingDays.reminder(due, periods.reminderDays(), clock.instant());
  }
}
