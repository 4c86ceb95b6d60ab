package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarter;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.QuarterInstances;
import br.gov.sp.prefeitura.redeinfo.meeting.process.NetworkMeetingProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine behind {@link QuarterInstances}. */
@Component
class EngineQuarterInstances implements QuarterInstances {

  private final ProcessRuntime runtime;
  private final TaskInbox inbox;

  EngineQuarterInstances(ProcessRuntime runtime, TaskInbox inbox) {
    this.runtime = runtime;
    this.inbox = inbox;
  }

  @Override
  public void start(Quarter quarter) {
    runtime.start(
        MeetingQuarterProcess.KEY,
        quarter.toString(),
        Map.of(Variables.SUBJECT, quarter.number() + "º trimestre de " + quarter.year()));
  }

  @Override
  public void planned(Quarter quarter) {
    correlate(MeetingQuarterProcess.MESSAGE_PLANNED, quarter);
  }

  @Override
  public void held(Quarter quarter) {
    correlate(MeetingQuarterProcess.MESSAGE_HELD, quarter);
  }

  @Override
  public void fellThrough(Quarter quarter) {
    correlate(MeetingQuarterProcess.MESSAGE_FELL_THROUGH, quarter);
  }

  /** Quarters that nobody asked for, or that are over, wait for nothing. */
  private void correlate(String message, Quarter quarter) {
    runtime.holdTasks(message, quarter.toString());
    runtime.correlateIfWaiting(message, quarter.toString(), Map.of());
  }

  @Override
  public List<WaitingTask> waiting(Quarter quarter) {
    return inbox.openTasks(MeetingQuarterProcess.KEY, List.of(quarter.toString())).stream()
        .map(WaitingTask::of)
        .toList();
  }
}
