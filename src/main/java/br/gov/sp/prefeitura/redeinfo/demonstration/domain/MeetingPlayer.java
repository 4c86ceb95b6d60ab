package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceKeeping;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingProgramme;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingProgramme.PlannedMeeting;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Plays what people did about one meeting, in the order of time and through the real process; each
 * step once, whatever interrupts in between.
 */
@Component
@ConditionalOnDemonstration
class MeetingPlayer {

  private static final String MEETING = "network-meeting";
  private static final String QUARTER = "meeting-quarter";

  private final StepLog steps;
  private final MeetingProgramme meetings;
  private final AttendanceKeeping keeping;
  private final AttendanceSheets sheets;
  private final TaskInbox tasks;
  private final Persons persons;
  private final EngineDirectory directory;
  private final ReplayedProcess process;

  MeetingPlayer(
      StepLog steps,
      MeetingProgramme meetings,
      AttendanceKeeping keeping,
      AttendanceSheets sheets,
      TaskInbox tasks,
      Persons persons,
      EngineDirectory directory,
      ReplayedProcess process) {
    this.steps = steps;
    this.meetings = meetings;
    this.keeping = keeping;
    this.sheets = sheets;
    this.tasks = tasks;
    this.persons = persons;
    this.directory = directory;
    this.process = process;
  }

  /**
   * The quarter's meeting is asked for.
   *
   * @param quarter e.g. {@code 2017-Q2}
   */
  void beginQuarter(String quarter, LocalDate day) {
    Instant at = OfficeTime.startOf(day);
    steps.once("quarter/" + quarter, at, () -> meetings.beginQuarter(day));
    process.runAt(at, QUARTER, quarter);
  }

  /** What the quarter does by itself until then; then it goes on living. */
  void leaveQuarter(String quarter, Instant until) {
    process.runUntil(until, QUARTER, quarter);
    process.leave(QUARTER, quarter);
  }

  /** The coordinator plans it, with these items on its agenda. */
  Played plan(
      String story, Instant at, PlannedMeeting plan, String coordinator, List<String> agenda) {
    long id =
        steps.result(
            story + "/planned",
            at,
            () -> {
              SignedIn by = signedIn(coordinator);
              long planned = meetings.plan(plan, by);
              agenda.forEach(item -> meetings.propose(planned, item, null, by));
              return planned;
            });
    process.runAt(at, MEETING, id);
    return new Played(story, id);
  }

  private SignedIn signedIn(String username) {
    Person person = persons.findByUsername(username).orElseThrow();
    return new SignedIn(person.id(), username, person.name(), directory.groupsOf(username));
  }

  /** One meeting as it is played. */
  final class Played {

    private final String story;
    private final long id;

    private Played(String story, long id) {
      this.story = story;
      this.id = id;
    }

    long id() {
      return id;
    }

    /** Everybody invited hears of it. */
    void convene(Instant at, String coordinator) {
      task("convened", at, "userTask_ConveneMeeting", coordinator, Map.of());
    }

    /** The sheet is kept and completed; who came is chosen from those who are expected. */
    void complete(Instant at, String keeper, UnaryOperator<List<Long>> present) {
      until(at);
      steps.once(
          story + "/sheet",
          at,
          () -> {
            long keeperId = persons.findByUsername(keeper).orElseThrow().id();
            long sheet = meetings.sheetOf(id);
            Map<Long, AttendanceStatus> came = new HashMap<>();
            present
                .apply(sheets.persons(sheet, AttendanceStatus.EXPECTED))
                .forEach(person -> came.put(person, AttendanceStatus.PRESENT));
            keeping.record(sheet, came, keeperId);
            keeping.complete(sheet, keeperId);
          });
    }

    /**
     * The coordinator records that it took place.
     *
     * @param others how many came who were not on the sheet
     */
    void record(
        Instant at, String coordinator, LocalDateTime began, LocalDateTime ended, int others) {
      task(
          "recorded",
          at,
          "userTask_RecordMeeting",
          coordinator,
          Map.of(
              "held",
              "yes",
              "beganAt",
              began.toString(),
              "endedAt",
              ended.toString(),
              "othersPresent",
              others));
    }

    /** How many came, as the complete sheet says. */
    int present() {
      long sheet = meetings.sheetOf(id);
      return sheets.counts(List.of(sheet)).get(sheet).present();
    }

    /** Somebody does something on a page. */
    void page(
        String step, Instant at, String username, BiConsumer<MeetingProgramme, SignedIn> action) {
      until(at);
      steps.once(story + "/" + step, at, () -> action.accept(meetings, signedIn(username)));
      process.runAt(at, MEETING, id);
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
                tasks.openTasks(MEETING, List.of(Long.toString(id))).stream()
                    .filter(open -> open.key().equals(taskKey))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                "%s has no task %s at %s".formatted(story, taskKey, at)));
            tasks.claim(task.id(), username);
            tasks.complete(task.id(), username, values);
          });
      process.runAt(at, MEETING, id);
    }

    /** What happens by itself until then. */
    void until(Instant moment) {
      process.runUntil(moment, MEETING, id);
      process.runAt(moment, MEETING, id);
    }

    /** Goes on living. */
    void leave() {
      process.leave(MEETING, id);
    }
  }
}
