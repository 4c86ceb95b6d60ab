package br.gov.sp.prefeitura.redeinfo.meeting.process;

import static br.gov.sp.prefeitura.redeinfo.meeting.process.NetworkMeetingProcess.meetingId;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingDeadlines;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingLife;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates in the model. */
@Component
public class MeetingTimers {

  private final MeetingDeadlines deadlines;
  private final MeetingLife life;

  MeetingTimers(MeetingDeadlines deadlines, MeetingLife life) {
    this.deadlines = deadlines;
    this.life = life;
  }

  /** When the meeting ends, as it is planned now. */
  public Date meetingOver(DelegateExecution execution) {
    return Date.from(life.get(meetingId(execution)).endsAt());
  }

  /** When remarks on the minutes end. */
  public Date remarksUntil(DelegateExecution execution) {
    return Date.from(deadlines.remarks());
  }

  /** When the user task that begins now is due. */
  public Date dueAt(DelegateExecution execution) {
    return Date.from(due(execution));
  }

  public Date reminderAt(DelegateExecution execution) {
    return Date.from(deadlines.reminder(due(execution)));
  }

  private Instant due(DelegateExecution execution) {
    return switch (execution.getCurrentActivityId()) {
      case NetworkMeetingProcess.TASK_CONVENE ->
          deadlines.convocation(life.get(meetingId(execution)));
      case NetworkMeetingProcess.TASK_RECORD -> deadlines.record();
      case NetworkMeetingProcess.TASK_WRITE_MINUTES -> deadlines.minutes();
      default -> deadlines.approval();
    };
  }
}
