package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotProcess;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessPositions;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessPositions.Element;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessPositions.ProcessPosition;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The engine behind {@link PilotProcess}. */
@Component
class EnginePilotProcess implements PilotProcess {

  private static final Map<Step, String> TASKS =
      Map.of(
          Step.WRITE, PilotProjectProcess.TASK_WRITE, Step.REPORT, PilotProjectProcess.TASK_REPORT);

  private final ProcessRuntime runtime;
  private final TaskInbox inbox;
  private final ProcessPositions positions;

  EnginePilotProcess(ProcessRuntime runtime, TaskInbox inbox, ProcessPositions positions) {
    this.runtime = runtime;
    this.inbox = inbox;
    this.positions = positions;
  }

  @Override
  public void start(long pilotId, String bodySlug, String title) {
    runtime.start(
        PilotProjectProcess.KEY,
        String.valueOf(pilotId),
        Map.of(Variables.BODY_SLUG, bodySlug, Variables.SUBJECT, title));
  }

  @Override
  public void complete(long pilotId, Step step, String username, Map<String, Object> values) {
    OpenTask task =
        openTasks(List.of(pilotId))
            .filter(open -> open.key().equals(TASKS.get(step)))
            .findFirst()
            .orElseThrow(() -> Refusal.conflict("pilot.moved-on"));
    if (task.assignee() != null && !task.assignee().equals(username)) {
      inbox.putBack(task.id());
    }
    inbox.claim(task.id(), username);
    inbox.complete(task.id(), username, values);
  }

  @Override
  public void presentationMoved(long pilotId) {
    correlate(PilotProjectProcess.MESSAGE_PRESENTATION_MOVED, pilotId);
  }

  @Override
  public void reportWanted(long pilotId) {
    correlate(PilotProjectProcess.MESSAGE_REPORT_WANTED, pilotId);
  }

  @Override
  public void suspend(long pilotId) {
    correlate(PilotProjectProcess.MESSAGE_SUSPENSION, pilotId);
  }

  @Override
  public void resume(long pilotId) {
    correlate(PilotProjectProcess.MESSAGE_RESUMPTION, pilotId);
  }

  @Override
  public void sponsorChanged(long pilotId) {
    correlate(PilotProjectProcess.MESSAGE_SPONSOR_CHANGED, pilotId);
  }

  @Override
  public void scopeChangeAsked(long pilotId) {
    correlate(PilotProjectProcess.MESSAGE_SCOPE_CHANGE, pilotId);
  }

  @Override
  public void cancel(long pilotId) {
    correlate(PilotProjectProcess.MESSAGE_CANCELLATION, pilotId);
  }

  @Override
  public void holdVoteOf(long pilotId, long personId) {
    runtime.holdTasks(PilotProjectProcess.MESSAGE_ELECTOR_LEFT + personId, String.valueOf(pilotId));
  }

  @Override
  public void electorLeft(long pilotId, long personId) {
    runtime.correlateIfWaiting(
        PilotProjectProcess.MESSAGE_ELECTOR_LEFT + personId, String.valueOf(pilotId), Map.of());
  }

  private void correlate(String message, long pilotId) {
    runtime.correlate(message, String.valueOf(pilotId), Map.of());
  }

  @Override
  public List<WaitingTask> waiting(long pilotId) {
    return openTasks(List.of(pilotId)).map(WaitingTask::of).toList();
  }

  @Override
  public Map<Long, List<WaitingTask>> waiting(Collection<Long> pilotIds) {
    return openTasks(pilotIds)
        .collect(
            Collectors.groupingBy(
                task -> Long.valueOf(task.businessKey()),
                Collectors.mapping(WaitingTask::of, Collectors.toList())));
  }

  @Override
  public Place place(long pilotId) {
    return position(pilotId)
        .map(
            position ->
                new Place(
                    position.current().stream().map(Element::id).toList(),
                    position.current().stream()
                        .map(Element::name)
                        .filter(Objects::nonNull)
                        .toList(),
                    position.over()))
        .orElse(new Place(List.of(), List.of(), true));
  }

  @Override
  public byte[] model(long pilotId) {
    return position(pilotId)
        .map(positions::model)
        .orElseGet(() -> positions.latestModel(PilotProjectProcess.KEY));
  }

  private Optional<ProcessPosition> position(long pilotId) {
    return positions.find(PilotProjectProcess.KEY, String.valueOf(pilotId));
  }

  private Stream<OpenTask> openTasks(Collection<Long> pilotIds) {
    return inbox
        .openTasks(PilotProjectProcess.KEY, pilotIds.stream().map(String::valueOf).toList())
        .stream();
  }
}
