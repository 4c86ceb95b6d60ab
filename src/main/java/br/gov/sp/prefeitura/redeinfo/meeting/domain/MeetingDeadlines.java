package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** When the steps of a meeting are due, in working days of the city. */
@Component
public class MeetingDeadlines {

  private final WorkingDays workingDays;
  private final MeetingRules rules;
  private final MeetingKinds kinds;
  private final MeetingProperties periods;
  private final Clock clock;

  MeetingDeadlines(
      WorkingDays workingDays,
      MeetingRules rules,
      MeetingKinds kinds,
      MeetingProperties periods,
      Clock clock) {
    this.workingDays = workingDays;
    this.rules = rules;
    this.kinds = kinds;
    this.periods = periods;
    this.clock = clock;
  }

  /** The end of the last day that keeps the kind's minimum notice. */
  public Instant convocation(Meeting meeting) {
    LocalDate day = LocalDate.ofInstant(meeting.startsAt(), SaoPaulo.ZONE);
    return workingDays.endOfOfficeHours(rules.lastConvocation(day, kinds.get(meeting.kind())));
  }

  public Instant record() {
    return in(periods.recordDays());
  }

  public Instant minutes() {
    return in(periods.minutesDays());
  }

  /** When remarks on minutes that are circulated now end. */
  public Instant remarks() {
    return in(periods.remarksDays());
  }

  public Instant approval() {
    return in(periods.approvalDays());
  }

  /**
   * By when the quarter's meeting is to be planned: some time into the quarter, or from now if it
   * is asked for later or again; never after the quarter.
   */
  public Instant quarter(Quarter quarter) {
    Instant begins = workingDays.morning(quarter.firstDay());
    Instant from = begins.isAfter(clock.instant()) ? begins : clock.instant();
    Instant due = workingDays.deadline(from, periods.quarterDays());
    Instant last = workingDays.endOfOfficeHours(quarter.lastDay());
    return due.isAfter(last) ? last : due;
  }

  /** After the quarter, with the time it takes to record a meeting of its last day. */
  public Instant quarterOver(Quarter quarter) {
    return workingDays.deadline(workingDays.morning(quarter.lastDay()), periods.recordDays());
  }

  public Instant reminder(Instant due) {
    return workingDays.reminder(due, periods.reminderDays(), clock.instant());
  }

  private Instant in(int days) {
    return workingDays.deadline(clock.instant(), days);
  }
}
