package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** When things are due, in working days of the city counted from now. */
@Component
public class Deadlines {

  private final WorkingDays workingDays;
  private final NominationProperties periods;
  private final Clock clock;

  Deadlines(WorkingDays workingDays, NominationProperties periods, Clock clock) {
    this.workingDays = workingDays;
    this.periods = periods;
    this.clock = clock;
  }

  /** The office's answer: within its days, but never after the nomination lapses. */
  public Instant indication(Instant lapseAt) {
    Instant due = in(periods.indicationDays());
    return due.isAfter(lapseAt) ? lapseAt : due;
  }

  public Instant acceptance() {
    return in(periods.acceptanceDays());
  }

  public Instant approval() {
    return in(periods.approvalDays());
  }

  public Instant validation() {
    return in(periods.validationDays());
  }

  public Instant publication() {
    return in(periods.publicationDays());
  }

  /** When a nomination for a seat that became vacant lapses. */
  Instant vacancy() {
    return in(periods.vacancyDays());
  }

  /** Whether the time to seek a successor of somebody who left that day has passed already. */
  boolean isOverForVacancy(LocalDate lastDay) {
    return workingDays
        .endOfOfficeHours(workingDays.plus(lastDay, periods.vacancyDays()))
        .isBefore(clock.instant());
  }

  /** What an office has at least after a return. */
  Instant afterReturn() {
    return in(periods.afterReturnDays());
  }

  Instant round(LocalDate lastDay) {
    return workingDays.endOfOfficeHours(lastDay);
  }

  /**
   * The morning some working days before a due date; halfway between now and the due date when that
   * morning is past already.
   */
  public Instant reminder(Instant due) {
    return workingDays.reminder(due, periods.reminderDays(), clock.instant());
  }

  /** Today, if people work today, or else the last day they did. */
  LocalDate currentWorkingDay() {
    LocalDate day = SaoPaulo.today(clock);
    while (!workingDays.isWorkingDay(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  private Instant in(int days) {
    return workingDays.deadline(clock.instant(), days);
  }
}
