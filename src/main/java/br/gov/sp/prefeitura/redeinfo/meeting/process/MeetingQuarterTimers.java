package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingDeadlines;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates in the model. */
@Component
public class MeetingQuarterTimers {

  private final MeetingDeadlines deadlines;

  MeetingQuarterTimers(MeetingDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  /** By when a meeting of the quarter is to be planned. */
  public Date dueAt(DelegateExecution execution) {
    return Date.from(deadlines.quarter(MeetingQuarterProcess.quarter(execution)));
  }

  public Date reminderAt(DelegateExecution execution) {
    return Date.from(
        deadlines.reminder(deadlines.quarter(MeetingQuarterProcess.quarter(execution))));
  }

  /** When it is certain that no meeting of the quarter was held. */
  public Date quarterOver(DelegateExecution execution) {
    return Date.from(deadlines.quarterOver(MeetingQuarterProcess.quarter(execution)));
  }
}
