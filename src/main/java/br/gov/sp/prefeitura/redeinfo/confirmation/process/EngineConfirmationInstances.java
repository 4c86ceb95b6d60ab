package br.gov.sp.prefeitura.redeinfo.confirmation.process;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationInstances;
import br.gov.sp.prefeitura.redeinfo.confirmation.process.FocalPointConfirmationProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine behind {@link ConfirmationInstances}. */
@Component
class EngineConfirmationInstances implements ConfirmationInstances {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

  private final ProcessRuntime runtime;
  private final TaskInbox inbox;

  EngineConfirmationInstances(ProcessRuntime runtime, TaskInbox inbox) {
    this.runtime = runtime;
    this.inbox = inbox;
  }

  @Override
  public void start(long confirmationId, Body body, LocalDate month) {
    runtime.start(
        FocalPointConfirmationProcess.KEY,
        String.valueOf(confirmationId),
        Map.of(
            Variables.BODY_SLUG,
            body.slug(),
            Variables.BODY_ACRONYM,
            body.acronym(),
            Variables.SUBJECT,
            "Pontos focais, " + MONTH.format(month)));
  }

  @Override
  public void replace(long confirmationId) {
    runtime.correlateIfWaiting(
        FocalPointConfirmationProcess.MESSAGE_REPLACED, String.valueOf(confirmationId), Map.of());
  }

  @Override
  public Map<Long, List<WaitingTask>> waiting(Collection<Long> confirmationIds) {
    List<String> keys = confirmationIds.stream().map(String::valueOf).toList();
    return keys.isEmpty()
        ? Map.of()
        : inbox.openTasks(FocalPointConfirmationProcess.KEY, keys).stream()
            .collect(
                groupingBy(
                    task -> Long.valueOf(task.businessKey()), mapping(WaitingTask::of, toList())));
  }
}
