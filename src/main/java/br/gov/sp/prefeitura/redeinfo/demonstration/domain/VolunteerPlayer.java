package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.volunteer.Applicant;
import br.gov.sp.prefeitura.redeinfo.volunteer.Interest;
import br.gov.sp.prefeitura.redeinfo.volunteer.Volunteers;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Plays how one servant joined, through the real process; each step once. */
@Component
@ConditionalOnDemonstration
class VolunteerPlayer {

  private static final String PROCESS = "volunteer-enlistment";
  private static final List<String> REASONS =
      List.of(
          "Atendo pedidos de informação há anos e quero aprender com outros órgãos.",
          "Quero ajudar o meu órgão a publicar os dados que já temos.",
          "Participei de uma oficina e quero continuar.",
          "Quero levar a participação social para a minha unidade.");

  private final StepLog steps;
  private final Volunteers volunteers;
  private final Statutes statutes;
  private final TaskInbox tasks;
  private final ReplayedProcess process;

  VolunteerPlayer(
      StepLog steps,
      Volunteers volunteers,
      Statutes statutes,
      TaskInbox tasks,
      ReplayedProcess process) {
    this.steps = steps;
    this.volunteers = volunteers;
    this.statutes = statutes;
    this.tasks = tasks;
    this.process = process;
  }

  /**
   * The servant confirms the address and asks to join.
   *
   * @param number chooses among the few things that the invented people say
   * @return the enlistment's id
   */
  long enlist(String story, Instant at, PersonDetails who, int number) {
    long id =
        steps.result(
            story + "/enlisted",
            at,
            () ->
                volunteers.enlist(
                    new Applicant(
                        who.email(),
                        who.bodyId(),
                        who.name(),
                        who.bond(),
                        who.unit(),
                        Interest.values()[number % Interest.values().length],
                        REASONS.get(number % REASONS.size()),
                        statutes.inForce().map(Statutes.VersionInForce::id).orElse(null))));
    process.runAt(at, PROCESS, id);
    return id;
  }

  void admit(String story, Instant at, long id, String coordinator) {
    decide(story, at, id, coordinator, Map.of("decision", "admit"));
  }

  void decline(String story, Instant at, long id, String coordinator, String reason) {
    decide(story, at, id, coordinator, Map.of("decision", "decline", "declineReason", reason));
  }

  private void decide(
      String story, Instant at, long id, String coordinator, Map<String, Object> answer) {
    steps.once(
        story + "/decided",
        at,
        () -> {
          OpenTask task = tasks.openTasks(PROCESS, List.of(Long.toString(id))).get(0);
          tasks.claim(task.id(), coordinator);
          tasks.complete(task.id(), coordinator, answer);
        });
    process.runAt(at, PROCESS, id);
  }

  /** It waits; what is still to come is the job executors'. */
  void leave(long id) {
    process.leave(PROCESS, id);
  }
}
