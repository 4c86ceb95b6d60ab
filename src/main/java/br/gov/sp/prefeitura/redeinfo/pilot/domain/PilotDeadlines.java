package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** When the steps of a pilot are due, counted from now. */
@Component
public class PilotDeadlines {

  private final WorkingDays workingDays;
  private final PilotProperties periods;
  private final Clock clock;

  PilotDeadlines(WorkingDays workingDays, PilotProperties periods, Clock clock) {
    this.workingDays = workingDays;
    this.periods = periods;
    this.clock = clock;
  }

  /**
   * @param days working days of the city
   */
  public Instant in(int days) {
    return workingDays.deadline(clock.instant(), days);
  }

  public Instant reminder(Instant due) {
    return workingDays.reminder(due, periods.reminderDays(), clock.instant());
  }

  /** When a progress report is asked for again: on a working day's morning. */
  public Instant nextReport() {
    return morningAfter(periods.reportEvery());
  }

  /** When people are reminded that a pilot is suspended. */
  public Instant suspensionReview() {
    return morningAfter(periods.suspensionReview());
  }

  /** When a presented pilot that was never begun is closed. */
  public Instant startLapse() {
    return morningAfter(periods.startLapse());
  }

  private Instant morningAfter(Period period) {
    return workingDays.morning(workingDays.onOrAfter(SaoPaulo.today(clock).plus(period)));
  }
}
