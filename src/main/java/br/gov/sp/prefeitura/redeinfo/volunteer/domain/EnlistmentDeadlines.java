package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When the decision on an enlistment is due, in working days of the city counted from now. */
@Component
public class EnlistmentDeadlines {

  private final WorkingDays workingDays;
  private final VolunteerProperties periods;
  private final Clock clock;

  EnlistmentDeadlines(WorkingDays workingDays, VolunteerProperties periods, Clock clock) {
    this.workingDays = workingDays;
    this.periods = periods;
    this.clock = clock;
  }

  public Instant decision() {
    return workingDays.deadline(clock.instant(), periods.decisionDays());
  }

  public Instant reminder() {
    return workingDays.reminder(decision(), periods.reminderDays(), clock.instant());
  }
}
