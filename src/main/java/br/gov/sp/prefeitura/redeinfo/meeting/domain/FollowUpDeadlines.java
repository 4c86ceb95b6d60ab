package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.stereotype.Component;

/** When follow-ups are due and when people are told of it. */
@Component
public class FollowUpDeadlines {

  private final WorkingDays workingDays;
  private final FollowUpProperties periods;
  private final Clock clock;

  FollowUpDeadlines(WorkingDays workingDays, FollowUpProperties periods, Clock clock) {
    this.workingDays = workingDays;
    this.periods = periods;
    this.clock = clock;
  }

  /** The end of office hours of its last day. */
  public Instant due(LocalDate dueOn) {
    return workingDays.endOfOfficeHours(dueOn);
  }

  public Instant reminder(LocalDate dueOn) {
    return workingDays.reminder(due(dueOn), periods.reminderDays(), clock.instant());
  }

  /** When people are first told that it is late: never before now. */
  public Instant firstLate(LocalDate dueOn) {
    Instant soon = clock.instant().plusSeconds(1);
    return due(dueOn).isBefore(soon) ? soon : due(dueOn);
  }

  /** How long after that they are told again, and so on. */
  public Period lateAgain() {
    return Period.ofDays(periods.lateAgainDays());
  }

  /** When the coordination's decision is due that is asked for now. */
  public Instant review() {
    return workingDays.deadline(clock.instant(), periods.reviewDays());
  }
}
