package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Successors;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineUser;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tasks of any process that a person had taken on for their body or the network: when the
 * appointment ends they are offered to the group again, where the next in office finds them, or go
 * to the member of the group who was chosen. A group that has nobody left shares its tasks with the
 * coordination. A task that is offered to nobody else stays with the person.
 */
@Component
class TaskHoldings implements Holdings {

  private static final String TASK = "network.holding.task";
  private static final String LAST_OF_GROUP = "network.holding.group-task";

  private final TaskInbox inbox;
  private final EngineDirectory directory;
  private final Persons persons;
  private final Bodies bodies;

  TaskHoldings(TaskInbox inbox, EngineDirectory directory, Persons persons, Bodies bodies) {
    this.inbox = inbox;
    this.directory = directory;
    this.persons = persons;
    this.bodies = bodies;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    Person person = persons.get(appointment.personId());
    List<Holding> held = new ArrayList<>();
    taken(appointment, person).forEach(task -> held.add(holding(TASK, task, person)));
    leftAlone(appointment, person)
        .forEach(
            task ->
                held.add(
                    new Holding(
                        LAST_OF_GROUP,
                        task.id(),
                        label(task),
                        "/tasks/" + task.id(),
                        task.dueAt(),
                        Heir.group(Groups.COORDINATION),
                        List.of())));
    return held;
  }

  @Override
  public List<HandedOver> handOver(Appointment ended, Successors chosen) {
    Person person = persons.get(ended.personId());
    List<HandedOver> handedOver = new ArrayList<>();
    for (OpenTask task : taken(ended, person)) {
      Holding holding = holding(TASK, task, person);
      Optional<Long> successor = chosen.chosenFor(holding);
      if (successor.isPresent()) {
        inbox.give(task.id(), persons.get(successor.get()).username());
        handedOver.add(holding.to(Heir.person(successor.get())));
      } else {
        inbox.putBack(task.id());
        handedOver.add(holding.to(holding.byRule()));
      }
    }
    for (OpenTask task : leftAlone(ended, person)) {
      inbox.offerTo(task.id(), Groups.COORDINATION);
      Holding holding = holding(LAST_OF_GROUP, task, person);
      handedOver.add(holding.to(Heir.group(Groups.COORDINATION)));
    }
    return handedOver;
  }

  private Holding holding(String kind, OpenTask task, Person leaving) {
    Set<Long> choices =
        persons
            .byUsername(
                task.candidateGroups().stream()
                    .flatMap(group -> directory.membersOf(group).stream())
                    .map(EngineUser::id)
                    .filter(username -> !username.equals(leaving.username()))
                    .collect(Collectors.toSet()))
            .values()
            .stream()
            .map(Person::id)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Holding(
        kind,
        task.id(),
        label(task),
        "/tasks/" + task.id(),
        task.dueAt(),
        Heir.group(task.candidateGroups().get(0)),
        List.copyOf(choices));
  }

  private static String label(OpenTask task) {
    return task.subject() == null ? task.name() : task.name() + ": " + task.subject();
  }

  /** What the person has taken on for a group of the appointment. */
  private List<OpenTask> taken(Appointment appointment, Person person) {
    Set<String> groups = groups(appointment);
    return inbox.takenOn(person.username()).stream()
        .filter(task -> task.candidateGroups().stream().anyMatch(groups::contains))
        .toList();
  }

  /**
   * Open tasks of the appointment's groups that nobody could take on without the person: those of
   * which all groups have no other member.
   */
  private List<OpenTask> leftAlone(Appointment appointment, Person person) {
    Collection<String> deserted =
        groups(appointment).stream().filter(group -> isDeserted(group, person)).toList();
    return deserted.isEmpty()
        ? List.of()
        : inbox.offeredTo(deserted).stream()
            .filter(
                task ->
                    task.candidateGroups().stream().allMatch(group -> isDeserted(group, person)))
            .toList();
  }

  private boolean isDeserted(String group, Person without) {
    return directory.membersOf(group).stream()
        .allMatch(member -> member.id().equals(without.username()));
  }

  private Set<String> groups(Appointment appointment) {
    String slug =
        appointment.function().isOfBody() ? bodies.get(appointment.bodyId()).slug() : null;
    return FunctionGroups.of(appointment.function(), slug);
  }
}
