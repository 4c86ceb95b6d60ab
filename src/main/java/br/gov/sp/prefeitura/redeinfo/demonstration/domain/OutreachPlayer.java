package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import br.gov.sp.prefeitura.redeinfo.outreach.OutreachProgramme;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Plays a campaign through the real process; each step once. */
@Component
@ConditionalOnDemonstration
class OutreachPlayer {

  private static final String PROCESS = "outreach-campaign";

  private final StepLog steps;
  private final OutreachProgramme campaigns;
  private final Persons persons;
  private final TaskInbox tasks;
  private final ReplayedProcess process;

  OutreachPlayer(
      StepLog steps,
      OutreachProgramme campaigns,
      Persons persons,
      TaskInbox tasks,
      ReplayedProcess process) {
    this.steps = steps;
    this.campaigns = campaigns;
    this.persons = persons;
    this.tasks = tasks;
    this.process = process;
  }

  /**
   * The coordinator writes a campaign and hands it in, and approves it as well: nobody else is in
   * the coordination.
   *
   * @return the campaign's id
   */
  long begin(String story, Instant at, Instant approved, String coordinator, CampaignPlan plan) {
    long id =
        steps.result(
            story + "/submitted",
            at,
            () -> {
              SignedIn by = signedIn(coordinator);
              long written = campaigns.write(plan, by);
              campaigns.submit(written, by);
              return written;
            });
    process.runAt(at, PROCESS, id);
    steps.once(
        story + "/approved",
        approved,
        () -> {
          OpenTask task = tasks.openTasks(PROCESS, List.of(Long.toString(id))).get(0);
          tasks.claim(task.id(), coordinator);
          tasks.complete(task.id(), coordinator, Map.of("decision", "approve"));
        });
    process.runAt(approved, PROCESS, id);
    return id;
  }

  /** Waves whose days come until then go out; a campaign whose last day comes is closed. */
  void until(Instant moment, long id) {
    process.runUntil(moment, PROCESS, id);
  }

  /** What is still to come is the job executors'. */
  void leave(long id) {
    process.leave(PROCESS, id);
  }

  private SignedIn signedIn(String username) {
    Person person = persons.findByUsername(username).orElseThrow();
    return new SignedIn(person.id(), person.username(), person.name(), Set.of(Groups.COORDINATION));
  }
}
