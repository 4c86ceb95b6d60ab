package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tasks of any process that a person had taken on for their body or the network: when the
 * appointment ends they are offered to the group again, where the next in office finds them. A task
 * that is offered to nobody else stays with the person.
 */
@Component
class TaskHoldings implements Holdings {

  private final TaskInbox inbox;
  private final Persons persons;
  private final Bodies bodies;

  TaskHoldings(TaskInbox inbox, Persons persons, Bodies bodies) {
    this.inbox = inbox;
    this.persons = persons;
    this.bodies = bodies;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    return taken(appointment).stream()
        .map(task -> new Holding("network.holding.task", task.name(), "/tasks/" + task.id()))
        .toList();
  }

  @Override
  public void handOver(Appointment ended) {
    taken(ended).forEach(task -> inbox.putBack(task.id()));
  }

  private List<OpenTask> taken(Appointment appointment) {
    String slug =
        appointment.function().isOfBody() ? bodies.get(appointment.bodyId()).slug() : null;
    Set<String> groups = FunctionGroups.of(appointment.function(), slug);
    return inbox.takenOn(persons.get(appointment.personId()).username()).stream()
        .filter(task -> task.candidateGroups().stream().anyMatch(groups::contains))
        .toList();
  }
}
