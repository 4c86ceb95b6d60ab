package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCompleter;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Who completes a task, as a person of the network. */
@Component
class MeetingCompleters {

  private final Persons persons;
  private final TaskCompleter completer;

  MeetingCompleters(Persons persons, TaskCompleter completer) {
    this.persons = persons;
    this.completer = completer;
  }

  /**
   * @throws Refusal (forbidden) if nobody has taken the task on, or their appointment has ended
   */
  long personOf(DelegateTask task) {
    return persons
        .findByUsername(completer.of(task))
        .map(Person::id)
        .orElseThrow(() -> Refusal.forbidden("task.no-longer-yours"));
  }
}
