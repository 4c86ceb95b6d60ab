package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
  private final ReplayedProcess process;

  NominationPlayer(StepLog steps, TaskInbox tasks, Persons persons, ReplayedProcess process) {
    this.steps = steps;
    this.tasks = tasks;
    this.persons = persons;
    this.process = process;
  }

  /**
   * @param story begins the keys of the steps
   * @param from when the nomination began
   * @param until when the story stops; timers due until then run
   */
  void play(String story, long nominationId, Instant from, List<Act> acts, Instant until) {
    process.runAt(from, PROCESS, nominationId);
    List<Act> inOrder = acts.stream().sorted(Comparator.comparing(Act::at)).toList();
    for (Act act : inOrder) {
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("the replay was interrupted");
      }
      process.runUntil(act.at(), PROCESS, nominationId);
      steps.once(story + "/" + act.key(), act.at(), () -> perform(nominationId, act));
      process.runAt(act.at(), PROCESS, nominationId);
    }
    process.runUntil(until, PROCESS, nominationId);
  }

  /** Like {@link #play}, for a nomination that goes on living afterwards. */
  void playAndLeave(String story, long nominationId, Instant from, List<Act> acts, Instant until) {
    play(story, nominationId, from, acts, until);
    process.leave(PROCESS, nominationId);
  }

  private void perform(long nominationId, Act act) {
    String username =
        act.username() != null
            ? act.username()
            : persons.findByEmail(act.email()).orElseThrow().username();
    OpenTask task =
        tasks.openTasks(PROCESS, List.of(Long.toString(nominationId))).stream()
            .filter(open -> open.key().equals(act.taskKey()))
            .filter(open -> open.assignee() == null || open.assignee().equals(username))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "nomination %d has no task %s at %s"
                            .formatted(nominationId, act.taskKey(), act.at())));
    if (task.assignee() == null) {
      tasks.claim(task.id(), username);
    }
    tasks.complete(task.id(), username, act.values());
  }
}
