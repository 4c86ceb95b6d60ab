package br.gov.sp.prefeitura.redeinfo.workflow;

import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * A task that waits for somebody, as modules tell people of it.
 *
 * @param taskKey id of the user task in the model
 * @param taskName what is asked, in pt-BR
 * @param assignee user name of who has taken it on, or {@code null}
 * @param groupIds groups it is offered to
 */
public record WaitingTask(
    String taskId,
    String taskKey,
    String taskName,
    String assignee,
    List<String> groupIds,
    Instant dueAt) {

  public WaitingTask {
    groupIds = List.copyOf(groupIds);
  }

  public static WaitingTask of(OpenTask task) {
    return new WaitingTask(
        task.id(), task.key(), task.name(), task.assignee(), task.candidateGroups(), task.dueAt());
  }

  /** For the listener of a task that begins, which no query finds yet; it has a due date. */
  public static WaitingTask of(DelegateTask task) {
    return new WaitingTask(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        task.getAssignee(),
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .toList(),
        task.getDueDate().toInstant());
  }
}
