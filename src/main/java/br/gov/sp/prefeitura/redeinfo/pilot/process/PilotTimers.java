package br.gov.sp.prefeitura.redeinfo.pilot.process;

import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.pilotId;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDates;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDeadlines;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotProperties;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates in the model. */
@Component
public class PilotTimers {

  private final PilotDeadlines deadlines;
  private final PilotProperties periods;
  private final PilotDates dates;

  PilotTimers(PilotDeadlines deadlines, PilotProperties periods, PilotDates dates) {
    this.deadlines = deadlines;
    this.periods = periods;
    this.dates = dates;
  }

  /** When the user task that begins now is due. */
  public Date dueAt(DelegateExecution execution) {
    return Date.from(due(execution));
  }

  public Date reminderAt(DelegateExecution execution) {
    return Date.from(deadlines.reminder(due(execution)));
  }

  public Date ballotDeadline(DelegateExecution execution) {
    return Date.from(dates.ballotDeadline(pilotId(execution)));
  }

  public Date ballotReminder(DelegateExecution execution) {
    return Date.from(deadlines.reminder(dates.ballotDeadline(pilotId(execution))));
  }

  /** When the presentation begins, as it is scheduled now. */
  public Date presentation(DelegateExecution execution) {
    return Date.from(dates.presentation(pilotId(execution)));
  }

  /** When the next progress report is asked for. */
  public Date nextReport(DelegateExecution execution) {
    return Date.from(dates.nextReport(pilotId(execution)));
  }

  public Date suspensionReview(DelegateExecution execution) {
    return Date.from(deadlines.suspensionReview());
  }

  /** When a presented pilot that was never begun is closed as it stands. */
  public Date startLapse(DelegateExecution execution) {
    return Date.from(deadlines.startLapse());
  }

  private Instant due(DelegateExecution execution) {
    return switch (execution.getCurrentActivityId()) {
      case PilotProjectProcess.TASK_WRITE -> deadlines.in(periods.writingDays());
      case PilotProjectProcess.TASK_PARTNERSHIP,
          PilotProjectProcess.TASK_PARTNERSHIP + "#multiInstanceBody" ->
          deadlines.in(periods.partnershipDays());
      case PilotProjectProcess.TASK_ENDORSE -> deadlines.in(periods.endorsementDays());
      case PilotProjectProcess.TASK_VOTE -> dates.ballotDeadline(pilotId(execution));
      case PilotProjectProcess.TASK_SCHEDULE, PilotProjectProcess.TASK_RECORD_PRESENTATION ->
          deadlines.in(periods.schedulingDays());
      case PilotProjectProcess.TASK_START -> deadlines.in(periods.startDays());
      case PilotProjectProcess.TASK_REPORT -> deadlines.in(periods.reportDays());
      case PilotProjectProcess.TASK_EVALUATE -> deadlines.in(periods.evaluationDays());
      default -> deadlines.in(periods.reviewDays());
    };
  }
}
