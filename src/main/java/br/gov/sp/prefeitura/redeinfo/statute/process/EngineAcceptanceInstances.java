package br.gov.sp.prefeitura.redeinfo.statute.process;

import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceInstances;
import br.gov.sp.prefeitura.redeinfo.statute.process.StatuteAcceptanceProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The engine behind {@link AcceptanceInstances}. */
@Component
class EngineAcceptanceInstances implements AcceptanceInstances {

  private final ProcessRuntime runtime;
  private final TaskInbox inbox;

  EngineAcceptanceInstances(ProcessRuntime runtime, TaskInbox inbox) {
    this.runtime = runtime;
    this.inbox = inbox;
  }

  @Override
  public void start(long requestId, String username, String subject) {
    runtime.start(
        StatuteAcceptanceProcess.KEY,
        String.valueOf(requestId),
        Map.of(Variables.MEMBER, username, Variables.SUBJECT, subject));
  }

  @Override
  public void hold(long requestId) {
    runtime.holdTasks(StatuteAcceptanceProcess.MESSAGE_ENDED, String.valueOf(requestId));
  }

  @Override
  public void end(long requestId) {
    runtime.correlateIfWaiting(
        StatuteAcceptanceProcess.MESSAGE_ENDED, String.valueOf(requestId), Map.of());
  }

  @Override
  public Map<Long, String> tasks(Collection<Long> requestIds) {
    return inbox
        .openTasks(StatuteAcceptanceProcess.KEY, requestIds.stream().map(String::valueOf).toList())
        .stream()
        .collect(Collectors.toMap(task -> Long.valueOf(task.businessKey()), OpenTask::id));
  }
}
