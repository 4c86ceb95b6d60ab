package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingInstances;
import br.gov.sp.prefeitura.redeinfo.meeting.process.NetworkMeetingProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine behind {@link MeetingInstances}. */
@Component
class EngineMeetingInstances implements MeetingInstances {

  private final ProcessRuntime runtime;
  private final TaskInbox inbox;

  EngineMeetingInstances(ProcessRuntime runtime, TaskInbox inbox) {
    this.runtime = runtime;
    this.inbox = inbox;
  }

  @Override
  public void start(Meeting meeting) {
    runtime.start(
        NetworkMeetingProcess.KEY, key(meeting.id()), Map.of(Variables.SUBJECT, meeting.title()));
  }

  @Override
  public void convene(long meetingId, String message, String username) {
    String task =
        waiting(meetingId).stream()
            .filter(one -> one.taskKey().equals(NetworkMeetingProcess.TASK_CONVENE))
            .map(WaitingTask::taskId)
            .findFirst()
            .orElseThrow(() -> Refusal.conflict("meeting.convened-already"));
    inbox.claim(task, username);
    inbox.complete(
        task,
        username,
        message == null || message.isBlank() ? Map.of() : Map.of("message", message));
  }

  /** A meeting whose task has not begun yet reads the date when it does. */
  @Override
  public void dateChanged(long meetingId) {
    runtime.correlateIfWaiting(
        NetworkMeetingProcess.MESSAGE_DATE_CHANGED, key(meetingId), Map.of());
  }

  @Override
  public void postponed(long meetingId) {
    runtime.correlate(NetworkMeetingProcess.MESSAGE_POSTPONED, key(meetingId), Map.of());
  }

  @Override
  public void cancelled(long meetingId) {
    runtime.correlate(NetworkMeetingProcess.MESSAGE_CANCELLED, key(meetingId), Map.of());
  }

  @Override
  public void remarksClosed(long meetingId) {
    runtime.correlate(NetworkMeetingProcess.MESSAGE_REMARKS_CLOSED, key(meetingId), Map.of());
  }

  /** The cancellation can always come, and would end whichever task there is. */
  @Override
  public void hold(long meetingId) {
    runtime.holdTasks(NetworkMeetingProcess.MESSAGE_CANCELLED, key(meetingId));
  }

  @Override
  public List<WaitingTask> waiting(long meetingId) {
    return inbox.openTasks(NetworkMeetingProcess.KEY, List.of(key(meetingId))).stream()
        .map(WaitingTask::of)
        .toList();
  }

  private static String key(long meetingId) {
    return String.valueOf(meetingId);
  }
}
