package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpInstances;
import br.gov.sp.prefeitura.redeinfo.meeting.process.MeetingFollowUpProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine behind {@link FollowUpInstances}. */
@Component
class EngineFollowUpInstances implements FollowUpInstances {

  private final ProcessRuntime runtime;
  private final TaskInbox inbox;

  EngineFollowUpInstances(ProcessRuntime runtime, TaskInbox inbox) {
    this.runtime = runtime;
    this.inbox = inbox;
  }

  @Override
  public void start(FollowUp followUp, Body body) {
    runtime.start(
        MeetingFollowUpProcess.KEY,
        String.valueOf(followUp.id()),
        Map.of(Variables.BODY_SLUG, body.slug(), Variables.SUBJECT, subject(followUp, body)));
  }

  /** What task lists show: whose it is and which meeting decided it, nothing that was typed. */
  static String subject(FollowUp followUp, Body body) {
    LocalDate day = LocalDate.ofInstant(followUp.meetingAt(), SaoPaulo.ZONE);
    return body.acronym() + ": encaminhamento da reunião de " + SaoPaulo.DAY.format(day);
  }

  @Override
  public void giveTo(long followUpId, Person person) {
    for (WaitingTask task : waiting(followUpId)) {
      if (task.taskKey().equals(MeetingFollowUpProcess.TASK_DO)) {
        inbox.putBack(task.taskId());
        if (person != null) {
          inbox.claim(task.taskId(), person.username());
        }
      }
    }
  }

  @Override
  public List<WaitingTask> waiting(long followUpId) {
    return inbox.openTasks(MeetingFollowUpProcess.KEY, List.of(String.valueOf(followUpId))).stream()
        .map(WaitingTask::of)
        .toList();
  }
}
