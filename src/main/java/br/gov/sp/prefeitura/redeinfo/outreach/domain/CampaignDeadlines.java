package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** When the steps of a campaign happen or are due, in working days of the city counted from now. */
@Component
public class CampaignDeadlines {

  private final WorkingDays workingDays;
  private final OutreachProperties periods;
  private final Clock clock;

  CampaignDeadlines(WorkingDays workingDays, OutreachProperties periods, Clock clock) {
    this.workingDays = workingDays;
    this.periods = periods;
    this.clock = clock;
  }

  /** A wave goes out in the morning, when people come to work. */
  public Instant wave(LocalDate day) {
    return workingDays.morning(day);
  }

  /** A campaign closes at the end of its last day's office hours. */
  public Instant closing(LocalDate day) {
    return workingDays.endOfOfficeHours(day);
  }

  public Instant approval() {
    return workingDays.deadline(clock.instant(), periods.approvalDays());
  }

  public Instant revision() {
    return workingDays.deadline(clock.instant(), periods.revisionDays());
  }

  public Instant reminder(Instant due) {
    return workingDays.reminder(due, periods.reminderDays(), clock.instant());
  }
}
