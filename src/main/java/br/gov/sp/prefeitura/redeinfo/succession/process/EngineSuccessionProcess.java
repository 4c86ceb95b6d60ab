package br.gov.sp.prefeitura.redeinfo.succession.process;

import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionProcess;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionReading;
import br.gov.sp.prefeitura.redeinfo.succession.process.SuccessionProcessModel.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine behind {@link SuccessionProcess}. */
@Component
class EngineSuccessionProcess implements SuccessionProcess {

  private final ProcessRuntime runtime;
  private final TaskInbox inbox;
  private final SuccessionReading successions;

  EngineSuccessionProcess(ProcessRuntime runtime, TaskInbox inbox, SuccessionReading successions) {
    this.runtime = runtime;
    this.inbox = inbox;
    this.successions = successions;
  }

  @Override
  public void start(long id, String subject, boolean atOnce) {
    runtime.start(
        SuccessionProcessModel.KEY,
        String.valueOf(id),
        Map.of(Variables.SUBJECT, subject, Variables.AT_ONCE, atOnce));
  }

  /** The timer is set anew by the model; the open tasks are due at the new hour. */
  @Override
  public void hourChanged(long id) {
    runtime.correlate(SuccessionProcessModel.MESSAGE_HOUR_CHANGED, String.valueOf(id), Map.of());
    Instant hour = successions.get(id).leavesAt();
    waiting(id).forEach(task -> inbox.postpone(task.taskId(), hour));
  }

  @Override
  public void cancel(long id) {
    runtime.correlate(SuccessionProcessModel.MESSAGE_CANCELLATION, String.valueOf(id), Map.of());
  }

  @Override
  public List<WaitingTask> waiting(long id) {
    return inbox.openTasks(SuccessionProcessModel.KEY, List.of(String.valueOf(id))).stream()
        .map(WaitingTask::of)
        .toList();
  }
}
