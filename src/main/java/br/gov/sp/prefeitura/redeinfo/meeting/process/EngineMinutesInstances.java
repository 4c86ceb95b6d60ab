package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesInstances;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine behind {@link MinutesInstances}. */
@Component
class EngineMinutesInstances implements MinutesInstances {

  private final TaskInbox inbox;

  EngineMinutesInstances(TaskInbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void written(long meetingId, String username) {
    OpenTask task =
        inbox.openTasks(NetworkMeetingProcess.KEY, List.of(String.valueOf(meetingId))).stream()
            .filter(one -> one.key().equals(NetworkMeetingProcess.TASK_WRITE_MINUTES))
            .findFirst()
            .orElseThrow(() -> Refusal.conflict("meeting.moved-on"));
    inbox.claim(task.id(), username);
    inbox.complete(task.id(), username, Map.of());
  }
}
