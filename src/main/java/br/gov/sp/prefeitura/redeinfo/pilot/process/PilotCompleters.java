package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCompleter;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCompleter.Completer;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Who completes a task, with the groups of now, and those they stand in for in this task. */
@Component
class PilotCompleters {

  private final Persons persons;
  private final TaskCompleter completer;
  private final EngineDirectory directory;

  PilotCompleters(Persons persons, TaskCompleter completer, EngineDirectory directory) {
    this.persons = persons;
    this.completer = completer;
    this.directory = directory;
  }

  /**
   * @throws Refusal (forbidden) if nobody has taken the task on, or their appointment has ended
   */
  SignedIn of(DelegateTask task) {
    Completer by = completer.by(task);
    String username = by.username();
    Person person =
        persons
            .findByUsername(username)
            .orElseThrow(() -> Refusal.forbidden("task.no-longer-yours"));
    Set<String> groups = new HashSet<>(directory.groupsOf(username));
    groups.addAll(by.reached());
    return new SignedIn(person.id(), username, person.name(), groups);
  }
}
