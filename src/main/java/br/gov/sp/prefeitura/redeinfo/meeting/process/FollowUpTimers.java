package br.gov.sp.prefeitura.redeinfo.meeting.process;

import static br.gov.sp.prefeitura.redeinfo.meeting.process.MeetingFollowUpProcess.followUpId;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpDeadlines;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpService;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates in the model. */
@Component
public class FollowUpTimers {

  private final FollowUpDeadlines deadlines;
  private final FollowUpService followUps;

  FollowUpTimers(FollowUpDeadlines deadlines, FollowUpService followUps) {
    this.deadlines = deadlines;
    this.followUps = followUps;
  }

  /** When the follow-up is due, as it was decided last. */
  public Date dueAt(DelegateExecution execution) {
    return Date.from(deadlines.due(dueOn(execution)));
  }

  public Date reminderAt(DelegateExecution execution) {
    return Date.from(deadlines.reminder(dueOn(execution)));
  }

  /** First when it is late, then again and again: an ISO 8601 repetition with its start. */
  public String lateCycle(DelegateExecution execution) {
    return "R/" + deadlines.firstLate(dueOn(execution)) + "/" + deadlines.lateAgain();
  }

  /** When the coordination's decision is due. */
  public Date reviewDueAt(DelegateExecution execution) {
    return Date.from(deadlines.review());
  }

  private LocalDate dueOn(DelegateExecution execution) {
    return followUps.get(followUpId(execution)).dueOn();
  }
}
