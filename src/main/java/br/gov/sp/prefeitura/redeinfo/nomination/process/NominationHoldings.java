package br.gov.sp.prefeitura.redeinfo.nomination.process;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Tasks that a person had taken on for their body or the network: when the appointment ends they
 * are offered to the group again, where the next in office finds them.
 */
@Component
class NominationHoldings implements Holdings {

  private final TaskService tasks;
  private final Persons persons;
  private final Bodies bodies;

  NominationHoldings(TaskService tasks, Persons persons, Bodies bodies) {
    this.tasks = tasks;
    this.persons = persons;
    this.bodies = bodies;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    return taken(appointment).stream()
        .map(
            task ->
                new Holding("nomination.holding.task", task.getName(), "/tasks/" + task.getId()))
        .toList();
  }

  @Override
  public void handOver(Appointment ended) {
    taken(ended).forEach(task -> tasks.setAssignee(task.getId(), null));
  }

  private List<Task> taken(Appointment appointment) {
    Set<String> groups = groups(appointment);
    if (groups.isEmpty()) {
      return List.of();
    }
    return tasks
        .createTaskQuery()
        .processDefinitionKey(NominationApprovalProcess.KEY)
        .taskAssignee(persons.get(appointment.personId()).username())
        .list()
        .stream()
        .filter(task -> isOfferedTo(task, groups))
        .toList();
  }

  private boolean isOfferedTo(Task task, Set<String> groups) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .anyMatch(groups::contains);
  }

  private Set<String> groups(Appointment appointment) {
    Function function = appointment.function();
    if (function == Function.COORDINATION) {
      return Set.of(Groups.COORDINATION);
    }
    if (function != Function.HEAD
        && function != Function.INTERIM_HEAD
        && function != Function.OFFICE) {
      return Set.of();
    }
    String slug = bodies.get(appointment.bodyId()).slug();
    return switch (function) {
      case HEAD -> Set.of(Groups.head(slug));
      case INTERIM_HEAD -> Set.of(Groups.head(slug), Groups.interimHead(slug));
      default -> Set.of(Groups.office(slug));
    };
  }
}
