package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceKeeping;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan;
import br.gov.sp.prefeitura.redeinfo.training.TrainingProgramme;
import br.gov.sp.prefeitura.redeinfo.training.TrainingProgramme.PublishedSession;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Plays what people did in one edition of a training, in the order of time and through the real
 * processes; each step once, whatever interrupts in between.
 */
@Component
@ConditionalOnDemonstration
class TrainingPlayer {

  private static final String EDITION = "training-edition";
  private static final String SESSION = "training-session";
  private static final String ENROLLMENT = "training-enrollment";

  private final StepLog steps;
  private final TrainingProgramme trainings;
  private final AttendanceKeeping sheets;
  private final TaskInbox tasks;
  private final Persons persons;
  private final ReplayedProcess process;

  TrainingPlayer(
      StepLog steps,
      TrainingProgramme trainings,
      AttendanceKeeping sheets,
      TaskInbox tasks,
      Persons persons,
      ReplayedProcess process) {
    this.steps = steps;
    this.trainings = trainings;
    this.sheets = sheets;
    this.tasks = tasks;
    this.persons = persons;
    this.process = process;
  }

  /** The coordinator plans and publishes; enrolment begins when the plan says so. */
  Played publish(String story, Instant at, String coordinator, EditionPlan plan) {
    long editionId =
        steps.result(
            story + "/edition",
            at,
            () -> {
              SignedIn by = coordinator(coordinator);
              long id = trainings.plan(plan, by);
              trainings.publish(id, by);
              return id;
            });
    Instant open = OfficeTime.instant(plan.enrolmentFrom());
    process.runAt(at, EDITION, editionId);
    process.runUntil(open.plusSeconds(1), EDITION, editionId);
    return new Played(story, editionId);
  }

  private SignedIn coordinator(String username) {
    Person person = persons.findByUsername(username).orElseThrow();
    return new SignedIn(person.id(), person.username(), person.name(), Set.of(Groups.COORDINATION));
  }

  /** One edition as it is played. */
  final class Played {

    private final String story;
    private final long editionId;
    private final Map<Long, Long> enrollments = new HashMap<>();

    private Played(String story, long editionId) {
      this.story = story;
      this.editionId = editionId;
    }

    /** They enrol one after the other, a minute apart. */
    void enroll(List<Person> people, Instant from) {
      for (int i = 0; i < people.size(); i++) {
        Person person = people.get(i);
        Instant at = from.plusSeconds(60L * i);
        enrollments.put(
            person.id(),
            steps.result(
                story + "/enrolled/" + person.username(),
                at,
                () -> trainings.enroll(editionId, person.id())));
        process.runAt(at, ENROLLMENT, enrollments.get(person.id()));
      }
    }

    /** The head releases the person. */
    void release(Person person, String head, Instant at) {
      act(
          "released/" + person.username(),
          at,
          ENROLLMENT,
          enrollments.get(person.id()),
          head,
          "userTask_ReleaseServant",
          Map.of("release", "release"));
    }

    /** What happens by itself until then: enrolment ends, sessions come. */
    void until(Instant moment) {
      process.runUntil(moment, EDITION, editionId);
      trainings.sessionsOf(editionId).forEach(session -> prepare(session, moment));
    }

    private void prepare(PublishedSession session, Instant moment) {
      process.runUntil(moment, SESSION, session.id());
      process.runAt(moment, SESSION, session.id());
    }

    /** A session, by its number from 1. */
    PublishedSession session(int number) {
      return trainings.sessionsOf(editionId).get(number - 1);
    }

    /** The sheet of the session is kept and completed at its end. */
    void hold(int number, String keeper, Collection<Person> present) {
      PublishedSession session = session(number);
      process.runUntil(session.endsAt(), SESSION, session.id());
      steps.once(
          story + "/held/" + number,
          session.endsAt(),
          () -> {
            long keeperId = persons.findByUsername(keeper).orElseThrow().id();
            Map<Long, AttendanceStatus> came = new HashMap<>();
            present.forEach(person -> came.put(person.id(), AttendanceStatus.PRESENT));
            sheets.record(session.sheetId(), came, keeperId);
            sheets.complete(session.sheetId(), keeperId);
          });
      process.runAt(session.endsAt(), SESSION, session.id());
      process.runAt(session.endsAt(), EDITION, editionId);
    }

    /** The person says why they were absent, if they are asked. */
    void explain(Person person, Instant at, String reason) {
      long enrollment = enrollments.get(person.id());
      steps.once(
          story + "/explained/" + person.username() + "/" + at.getEpochSecond(),
          at,
          () ->
              open(ENROLLMENT, enrollment, "userTask_ExplainAbsence").stream()
                  .findFirst()
                  .ifPresent(
                      task ->
                          tasks.complete(
                              task.id(), person.username(), Map.of("absenceReason", reason))));
    }

    /** The results are confirmed; whoever completed the course gets a certificate. */
    void certify(String certifier, Instant at) {
      process.runUntil(at, EDITION, editionId);
      act(
          "certified",
          at,
          EDITION,
          editionId,
          certifier,
          "userTask_CertifyEdition",
          Map.of("results", "confirm"));
      conclude(at);
    }

    /** What follows from the last session, or from the confirmed results. */
    void conclude(Instant at) {
      process.runAt(at, EDITION, editionId);
      enrollments.values().forEach(enrollment -> process.runAt(at, ENROLLMENT, enrollment));
    }

    /** Goes on living. */
    void leave() {
      process.leave(EDITION, editionId);
      trainings.sessionsOf(editionId).forEach(session -> process.leave(SESSION, session.id()));
      enrollments.values().forEach(enrollment -> process.leave(ENROLLMENT, enrollment));
    }

    private void act(
        String step,
        Instant at,
        String processKey,
        long id,
        String username,
        String taskKey,
        Map<String, Object> values) {
      steps.once(
          story + "/" + step,
          at,
          () -> {
            OpenTask task =
                open(processKey, id, taskKey).stream()
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                "%s %d has no task %s at %s"
                                    .formatted(processKey, id, taskKey, at)));
            tasks.claim(task.id(), username);
            tasks.complete(task.id(), username, values);
          });
      process.runAt(at, processKey, id);
    }

    private List<OpenTask> open(String processKey, long id, String taskKey) {
      return tasks.openTasks(processKey, List.of(Long.toString(id))).stream()
          .filter(task -> task.key().equals(taskKey))
          .toList();
    }
  }
}
