package br.gov.sp.prefeitura.redeinfo.training.process;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingInstances;
import br.gov.sp.prefeitura.redeinfo.training.process.BodyTrainingProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine behind {@link BodyTrainingInstances}. */
@Component
class EngineBodyTrainingInstances implements BodyTrainingInstances {

  private final ProcessRuntime runtime;
  private final TaskInbox inbox;

  EngineBodyTrainingInstances(ProcessRuntime runtime, TaskInbox inbox) {
    this.runtime = runtime;
    this.inbox = inbox;
  }

  @Override
  public void start(long trainingId, Body body, LocalDate day) {
    runtime.start(
        BodyTrainingProcess.KEY,
        String.valueOf(trainingId),
        Map.of(
            Variables.BODY_SLUG,
            body.slug(),
            Variables.BODY_ACRONYM,
            body.acronym(),
            Variables.SUBJECT,
            "Treinamento de " + SaoPaulo.DAY.format(day)));
  }

  @Override
  public void move(long trainingId) {
    runtime.correlate(BodyTrainingProcess.MESSAGE_MOVED, String.valueOf(trainingId), Map.of());
  }

  @Override
  public void cancel(long trainingId) {
    runtime.correlate(
        BodyTrainingProcess.MESSAGE_CANCELLATION, String.valueOf(trainingId), Map.of());
  }

  @Override
  public List<WaitingTask> waiting(long trainingId) {
    return inbox.openTasks(BodyTrainingProcess.KEY, List.of(String.valueOf(trainingId))).stream()
        .map(WaitingTask::of)
        .toList();
  }
}
