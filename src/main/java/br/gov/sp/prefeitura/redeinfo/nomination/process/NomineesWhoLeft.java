package br.gov.sp.prefeitura.redeinfo.nomination.process;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.PersonLeft;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Successors;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An answer to a nomination is the nominee's own. It outlives a function they had before; who
 * leaves the network will not take the seat, which counts as declined, so that the office is asked
 * at once and not when the time to answer is over.
 */
@Component
class NomineesWhoLeft implements Holdings {

  /** Kept beside the decision, where the office reads it in Portuguese. */
  private static final String REASON = "Saiu da rede.";

  private final TaskInbox inbox;
  private final Persons persons;

  NomineesWhoLeft(TaskInbox inbox, Persons persons) {
    this.inbox = inbox;
    this.persons = persons;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    return awaited(appointment.personId())
        .map(
            task ->
                Holding.personal(
                    "nomination.holding.answer", task.id(), task.name(), "/tasks/" + task.id()))
        .toList();
  }

  @Override
  public List<HandedOver> handOver(Appointment ended, Successors chosen) {
    return List.of();
  }

  @EventListener
  void on(PersonLeft event) {
    awaited(event.personId())
        .forEach(
            task ->
                inbox.completeInstead(
                    task.id(), Map.of("answer", "decline", "declineReason", REASON)));
  }

  private Stream<OpenTask> awaited(long personId) {
    return inbox.takenOn(persons.get(personId).username()).stream()
        .filter(task -> task.processKey().equals(NominationApprovalProcess.KEY))
        .filter(task -> task.candidateGroups().isEmpty());
  }
}
