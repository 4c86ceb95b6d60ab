package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** When the steps of a body's training are due, in working days of the city counted from now. */
@Component
public class BodyTrainingDeadlines {

  private final WorkingDays workingDays;
  private final BodyTrainingProperties periods;
  private final Clock clock;

  BodyTrainingDeadlines(WorkingDays workingDays, BodyTrainingProperties periods, Clock clock) {
    this.workingDays = workingDays;
    this.periods = periods;
    this.clock = clock;
  }

  /** When the report is asked for: the morning after. */
  public Instant dayOver(LocalDate day) {
    return workingDays.morning(day.plusDays(1));
  }

  public Instant report() {
    return workingDays.deadline(clock.instant(), periods.reportDays());
  }

  public Instant approval() {
    return workingDays.deadline(clock.instant(), periods.approvalDays());
  }

  public Instant reminder(Instant due) {
    return workingDays.reminder(due, periods.reminderDays(), clock.instant());
  }
}
