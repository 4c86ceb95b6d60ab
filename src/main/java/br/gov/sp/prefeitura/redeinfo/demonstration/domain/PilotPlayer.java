package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotProgramme;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/**
 * Plays what people did in one pilot, in the order of time and through the real process; each step
 * once, whatever interrupts in between.
 */
@Component
@ConditionalOnDemonstration
class PilotPlayer {

  private static final String PILOT = "pilot-project";

  private final StepLog steps;
  private final PilotProgramme pilots;
  private final TaskInbox tasks;
  private final Persons persons;
  private final EngineDirectory directory;
  private final ReplayedProcess process;

  PilotPlayer(
      StepLog steps,
      PilotProgramme pilots,
      TaskInbox tasks,
      Persons persons,
      EngineDirectory directory,
      ReplayedProcess process) {
    this.steps = steps;
    this.pilots = pilots;
    this.tasks = tasks;
    this.persons = persons;
    this.directory = directory;
    this.process = process;
  }

  /** Somebody of the body notes the idea down and writes the proposal. */
  Played begin(
      String story,
      Instant at,
      long bodyId,
      PilotScript script,
      LocalDate firstMilestone,
      String writer) {
    long id =
        steps.result(
            story + "/begun",
            at,
            () -> {
              SignedIn by = signedIn(writer);
              long begun = pilots.begin(bodyId, script.title(), by);
              pilots.write(begun, script.typed(firstMilestone), by);
              return begun;
            });
    return new Played(story, id);
  }

  private SignedIn signedIn(String username) {
    Person person = persons.findByUsername(username).orElseThrow();
    return new SignedIn(person.id(), username, person.name(), directory.groupsOf(username));
  }

  /** One pilot as it is played. */
  final class Played {

    private final String story;
    private final long id;

    private Played(String story, long id) {
      this.story = story;
      this.id = id;
    }

    /** Somebody takes the task on and completes it. */
    void task(
        String step, Instant at, String taskKey, String username, Map<String, Object> values) {
      until(at);
      steps.once(
          story + "/" + step,
          at,
          () -> {
            OpenTask task =
                open(taskKey, username).stream()
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                "%s has no task %s for %s at %s"
                                    .formatted(story, taskKey, username, at)));
            tasks.claim(task.id(), username);
            tasks.complete(task.id(), username, values);
          });
      process.runAt(at, PILOT, id);
    }

    /** Somebody does something on a page. */
    void page(String step, Instant at, String username, BiConsumer<PilotProgramme, Page> action) {
      until(at);
      steps.once(
          story + "/" + step, at, () -> action.accept(pilots, new Page(id, signedIn(username))));
      process.runAt(at, PILOT, id);
    }

    /** What happens by itself until then. */
    void until(Instant moment) {
      process.runUntil(moment, PILOT, id);
      process.runAt(moment, PILOT, id);
    }

    /** Goes on living. */
    void leave() {
      process.leave(PILOT, id);
    }

    /** A ballot has a task for each elector, which is theirs alone. */
    private List<OpenTask> open(String taskKey, String username) {
      return tasks.openTasks(PILOT, List.of(Long.toString(id))).stream()
          .filter(task -> task.key().equals(taskKey))
          .filter(task -> task.assignee() == null || task.assignee().equals(username))
          .toList();
    }
  }

  /**
   * @param by who acts
   */
  record Page(long pilotId, SignedIn by) {}
}
