package br.gov.sp.prefeitura.redeinfo.training.process;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionProcess;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The engine behind {@link EditionProcess}. */
@Component
class EngineEditionProcess implements EditionProcess {

  private final ProcessRuntime runtime;
  private final TaskInbox inbox;

  EngineEditionProcess(ProcessRuntime runtime, TaskInbox inbox) {
    this.runtime = runtime;
    this.inbox = inbox;
  }

  @Override
  public void start(long editionId, String title) {
    runtime.start(
        TrainingEditionProcess.KEY,
        String.valueOf(editionId),
        Map.of(TrainingEditionProcess.Variables.SUBJECT, title));
  }

  @Override
  public void enrolmentPeriodChanged(long editionId) {
    runtime.correlate(
        TrainingEditionProcess.MESSAGE_ENROLMENT_PERIOD, String.valueOf(editionId), Map.of());
  }

  @Override
  public void sessionChanged(Session session) {
    runtime.correlate(
        TrainingEditionProcess.MESSAGE_SESSION_CHANGED,
        String.valueOf(session.editionId()),
        Map.of());
    runtime.correlateIfWaiting(
        TrainingSessionProcess.MESSAGE_CHANGED, String.valueOf(session.id()), Map.of());
  }

  @Override
  public void sessionHeld(long sessionId) {
    runtime.correlateIfWaiting(
        TrainingSessionProcess.MESSAGE_HELD, String.valueOf(sessionId), Map.of());
  }

  @Override
  public void cancel(long editionId) {
    runtime.correlate(
        TrainingEditionProcess.MESSAGE_CANCELLATION, String.valueOf(editionId), Map.of());
  }

  @Override
  public List<WaitingTask> waiting(long editionId) {
    return inbox.openTasks(TrainingEditionProcess.KEY, List.of(String.valueOf(editionId))).stream()
        .map(WaitingTask::of)
        .toList();
  }

  @Override
  public List<Failure> failures(long editionId, Collection<Long> sessionIds) {
    return Stream.concat(
            runtime
                .incidents(TrainingEditionProcess.KEY, List.of(String.valueOf(editionId)))
                .stream(),
            runtime
                .incidents(
                    TrainingSessionProcess.KEY, sessionIds.stream().map(String::valueOf).toList())
                .stream())
        .map(incident -> new Failure(incident.id(), incident.activityName(), incident.cause()))
        .toList();
  }

  @Override
  public void retry(long editionId, Collection<Long> sessionIds) {
    List<Failure> failures = failures(editionId, sessionIds);
    if (failures.isEmpty()) {
      throw Refusal.notFound("training.not-failed");
    }
    failures.forEach(failure -> runtime.retry(failure.incidentId()));
  }
}
