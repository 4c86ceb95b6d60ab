package br.gov.sp.prefeitura.redeinfo.nomination.process;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine behind {@link NominationProcess}. */
@Component
class EngineNominationProcess implements NominationProcess {

  private final ProcessRuntime runtime;
  private final TaskInbox inbox;

  EngineNominationProcess(ProcessRuntime runtime, TaskInbox inbox) {
    this.runtime = runtime;
    this.inbox = inbox;
  }

  @Override
  public void startRound(long roundId, String roundName) {
    runtime.start(
        NominationRoundProcess.KEY,
        String.valueOf(roundId),
        Map.of(NominationApprovalProcess.Variables.SUBJECT, roundName));
  }

  @Override
  public void startNomination(long nominationId) {
    runtime.start(NominationApprovalProcess.KEY, String.valueOf(nominationId), Map.of());
  }

  @Override
  public void requestCorrection(long nominationId) {
    correlate(NominationApprovalProcess.MESSAGE_CORRECTION, nominationId);
  }

  @Override
  public void withdraw(long nominationId) {
    correlate(NominationApprovalProcess.MESSAGE_WITHDRAWAL, nominationId);
  }

  private void correlate(String message, long nominationId) {
    runtime.correlate(message, String.valueOf(nominationId), Map.of());
  }

  @Override
  public List<Waiting> waiting(Collection<Long> nominationIds) {
    return inbox.openTasks(NominationApprovalProcess.KEY, keys(nominationIds)).stream()
        .map(
            task ->
                new Waiting(
                    Long.parseLong(task.businessKey()),
                    task.id(),
                    NominationApprovalProcess.STEPS.get(task.key()),
                    task.name(),
                    task.assignee(),
                    task.candidateGroups(),
                    task.createdAt(),
                    task.dueAt()))
        .toList();
  }

  @Override
  public List<Failure> failures(Collection<Long> nominationIds) {
    return runtime.incidents(NominationApprovalProcess.KEY, keys(nominationIds)).stream()
        .map(
            incident ->
                new Failure(
                    Long.parseLong(incident.businessKey()),
                    incident.id(),
                    incident.activityName(),
                    incident.cause()))
        .toList();
  }

  @Override
  public void retry(long nominationId) {
    List<Failure> failures = failures(List.of(nominationId));
    if (failures.isEmpty()) {
      throw Refusal.notFound("nomination.not-failed");
    }
    failures.forEach(failure -> runtime.retry(failure.incidentId()));
  }

  private static List<String> keys(Collection<Long> nominationIds) {
    return nominationIds.stream().map(String::valueOf).toList();
  }
}
