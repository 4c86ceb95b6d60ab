package br.gov.sp.prefeitura.redeinfo.nomination.process;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
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
class Completers {

  private final Persons persons;
  private final EngineDirectory directory;

  Completers(Persons persons, EngineDirectory directory) {
    this.persons = persons;
    this.directory = directory;
  }

  /**
   * @throws Refusal (forbidden) if nobody has taken the task on, or their appointment has ended
   */
  long personOf(DelegateTask task) {
    String username = Submission.of(task).person();
    if (username == null) {
      throw Refusal.forbidden("nomination.task-unclaimed");
    }
    List<String> offeredTo =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .toList();
    if (!offeredTo.isEmpty()) {
      Set<String> groups = directory.groupsOf(username);
      if (offeredTo.stream().noneMatch(groups::contains)) {
        throw Refusal.forbidden("nomination.task-not-yours");
      }
    }
    return persons
        .findByUsername(username)
        .map(Person::id)
        .orElseThrow(() -> Refusal.forbidden("nomination.task-not-yours"));
  }
}
