package br.gov.sp.prefeitura.redeinfo.workflow;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Who completes a task: the person who has taken it on, and who still belongs to one of the groups
 * it is offered to. A task claimed before an appointment ended is not theirs any more.
 */
@Component
public class TaskCompleter {

  private final EngineDirectory directory;

  TaskCompleter(EngineDirectory directory) {
    this.directory = directory;
  }

  /**
   * The person's user name.
   *
   * @throws Refusal (forbidden) if nobody has taken the task on, or their appointment has ended
   */
  public String of(DelegateTask task) {
    String username = Submission.of(task).person();
    if (username == null) {
      throw Refusal.forbidden("task.not-claimed");
    }
    List<String> offeredTo =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .toList();
    if (!offeredTo.isEmpty()) {
      Set<String> groups = directory.groupsOf(username);
      if (offeredTo.stream().noneMatch(groups::contains)) {
        throw Refusal.forbidden("task.no-longer-yours");
      }
    }
    return username;
  }
}
