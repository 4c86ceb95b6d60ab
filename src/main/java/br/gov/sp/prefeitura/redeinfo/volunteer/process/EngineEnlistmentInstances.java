package br.gov.sp.prefeitura.redeinfo.volunteer.process;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentInstances;
import br.gov.sp.prefeitura.redeinfo.volunteer.process.VolunteerEnlistmentProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine behind {@link EnlistmentInstances}. */
@Component
class EngineEnlistmentInstances implements EnlistmentInstances {

  private final ProcessRuntime runtime;
  private final TaskInbox inbox;

  EngineEnlistmentInstances(ProcessRuntime runtime, TaskInbox inbox) {
    this.runtime = runtime;
    this.inbox = inbox;
  }

  @Override
  public void start(long enlistmentId, Body body) {
    runtime.start(
        VolunteerEnlistmentProcess.KEY,
        String.valueOf(enlistmentId),
        Map.of(
            Variables.BODY_SLUG,
            body.slug(),
            Variables.SUBJECT,
            "Pedido de participação – " + body.acronym()));
  }

  @Override
  public void hold(long enlistmentId) {
    runtime.holdTasks(VolunteerEnlistmentProcess.MESSAGE_WITHDRAWAL, String.valueOf(enlistmentId));
  }

  @Override
  public void withdraw(long enlistmentId) {
    runtime.correlate(
        VolunteerEnlistmentProcess.MESSAGE_WITHDRAWAL, String.valueOf(enlistmentId), Map.of());
  }

  @Override
  public List<WaitingTask> waiting(long enlistmentId) {
    return inbox
        .openTasks(VolunteerEnlistmentProcess.KEY, List.of(String.valueOf(enlistmentId)))
        .stream()
        .map(WaitingTask::of)
        .toList();
  }
}
