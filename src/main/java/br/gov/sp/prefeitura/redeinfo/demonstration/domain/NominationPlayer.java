package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import br.gov.sp.prefeitura.redeinfo.workflow.ReplayJobs;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Plays what people did in one nomination, in the order of time and through the real process: each
 * act is claimed and submitted in the person's name and checked against the form; in between the
 * timers that were due on the way run when they were due.
 */
@Component
@ConditionalOnDemonstration
class NominationPlayer {

  static final String PROCESS = "nomination-approval";

  private final StepLog steps;
  private final TaskInbox tasks;
  private final Persons persons;
  private final ReplayJobs jobs;
  private final EngineClock clock;

  NominationPlayer(
      StepLog steps, TaskInbox tasks, Persons persons, ReplayJobs jobs, EngineClock clock) {
    this.steps = steps;
    this.tasks = tasks;
    this.persons = persons;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * @param story begins the keys of the steps
   * @param from when the nomination began
   * @param until when the story stops; timers due until then run
   */
  void play(String story, long nominationId, Instant from, List<Act> acts, Instant until) {
    String businessKey = Long.toString(nominationId);
    runJobs(businessKey, from);
    List<Act> inOrder = acts.stream().sorted(Comparator.comparing(Act::at)).toList();
    for (Act act : inOrder) {
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("the replay was interrupted");
      }
      runTimers(businessKey, act.at());
      steps.once(story + "/" + act.key(), act.at(), () -> perform(businessKey, act));
      runJobs(businessKey, act.at());
    }
    runTimers(businessKey, until);
  }

  /** Like {@link #play}, for a nomination that goes on living afterwards. */
  void playAndLeave(String story, long nominationId, Instant from, List<Act> acts, Instant until) {
    play(story, nominationId, from, acts, until);
    jobs.handOver(PROCESS, Long.toString(nominationId));
  }

  private void perform(String businessKey, Act act) {
    String username =
        act.username() != null
            ? act.username()
            : persons.findByEmail(act.email()).orElseThrow().username();
    OpenTask task =
        tasks.openTasks(PROCESS, List.of(businessKey)).stream()
            .filter(open -> open.key().equals(act.taskKey()))
            .filter(open -> open.assignee() == null || open.assignee().equals(username))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "nomination %s has no task %s at %s"
                            .formatted(businessKey, act.taskKey(), act.at())));
    if (task.assignee() == null) {
      tasks.claim(task.id(), username);
    }
    tasks.complete(task.id(), username, act.values());
  }

  private void runTimers(String businessKey, Instant until) {
    Optional<Instant> due = jobs.nextDue(PROCESS, businessKey);
    while (due.isPresent() && due.get().isBefore(until)) {
      runJobs(businessKey, due.get());
      due = jobs.nextDue(PROCESS, businessKey);
    }
  }

  private void runJobs(String businessKey, Instant at) {
    clock.callAt(at, () -> jobs.runDue(PROCESS, businessKey));
  }
}
