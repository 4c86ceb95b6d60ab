package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCompleter;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Who completes a task, with the groups of now. */
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
    String username = completer.of(task);
    Person person =
        persons
            .findByUsername(username)
            .orElseThrow(() -> Refusal.forbidden("task.no-longer-yours"));
    return new SignedIn(person.id(), username, person.name(), directory.groupsOf(username));
  }
}
