package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.MinutesProgramme;
import br.gov.sp.prefeitura.redeinfo.meeting.MinutesProgramme.Entry;
import br.gov.sp.prefeitura.redeinfo.meeting.MinutesProgramme.ToDo;
import br.gov.sp.prefeitura.redeinfo.meeting.MinutesProgramme.WrittenMinutes;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Plays what follows a meeting: minutes, their remarks, their approval, what they give to do. */
@Component
@ConditionalOnDemonstration
class MinutesPlayer {

  private static final String FOLLOW_UP = "meeting-follow-up";
  private static final String DO = "userTask_DoFollowUp";

  private final MinutesProgramme minutes;
  private final StepLog steps;
  private final TaskInbox tasks;
  private final ReplayedProcess process;
  private final Persons persons;
  private final EngineDirectory directory;
  private final OfficeTime time;

  MinutesPlayer(
      MinutesProgramme minutes,
      StepLog steps,
      TaskInbox tasks,
      ReplayedProcess process,
      Persons persons,
      EngineDirectory directory,
      OfficeTime time) {
    this.minutes = minutes;
    this.steps = steps;
    this.tasks = tasks;
    this.process = process;
    this.persons = persons;
    this.directory = directory;
    this.time = time;
  }

  /** The minutes are written on that day and go to everybody invited. */
  void circulate(MeetingPlayer.Played meeting, LocalDate day, String coordinator, List<ToDo> toDo) {
    Instant at = OfficeTime.startOf(day);
    meeting.page(
        "minutes-draft",
        at,
        coordinator,
        (meetings, by) -> minutes.save(meeting.id(), written(by, toDo), by));
    meeting.task("minutes", at, "userTask_WriteMinutes", coordinator, Map.of());
  }

  private static WrittenMinutes written(SignedIn by, List<ToDo> toDo) {
    return new WrittenMinutes(
        by.name() + ", coordenação da rede (pessoa fictícia)",
        "Secretaria da coordenação (fictícia)",
        null,
        Map.of(
            1,
            new Entry(
                "A coordenação apresentou o assunto, e as pessoas presentes contaram como está em"
                    + " seus órgãos.",
                "Continuar com o que foi apresentado e relatar na próxima reunião."),
            2,
            new Entry("Discutiu-se o que falta e quem pode ajudar.", null)),
        toDo);
  }

  /**
   * Nobody remarks, and the minutes are approved and published.
   *
   * @return the day they were
   */
  LocalDate publish(
      MeetingPlayer.Played meeting,
      LocalDate day,
      String coordinator,
      String approver,
      List<ToDo> toDo) {
    circulate(meeting, day, coordinator, toDo);
    LocalDate approved = time.after(day, 7);
    Instant decided = OfficeTime.startOf(approved);
    meeting.task(
        "approved", decided, "userTask_ApproveMinutes", approver, Map.of("decision", "approve"));
    meeting.until(decided);
    followUps(meeting, id -> process.runAt(decided, FOLLOW_UP, id));
    return approved;
  }

  /** Somebody of the network remarks on the minutes that circulate. */
  void remark(MeetingPlayer.Played meeting, LocalDate day, String username, String text) {
    meeting.page(
        "remark/" + username,
        OfficeTime.inTheMorning(day, username),
        username,
        (meetings, by) -> minutes.remark(meeting.id(), 1, text, by));
  }

  /** The office answers what the minutes gave it to do, by its number, counted from 0. */
  void answer(
      MeetingPlayer.Played meeting,
      int number,
      LocalDate day,
      String username,
      Map<String, Object> values) {
    long id = minutes.followUpsOf(meeting.id()).get(number);
    Instant at = OfficeTime.startOf(day);
    process.runUntil(at, FOLLOW_UP, id);
    steps.once(
        "follow-up/" + id + "/" + values.get("outcome"),
        at,
        () -> {
          OpenTask task =
              tasks.openTasks(FOLLOW_UP, List.of(Long.toString(id))).stream()
                  .filter(open -> open.key().equals(DO))
                  .findFirst()
                  .orElseThrow();
          tasks.claim(task.id(), username);
          tasks.complete(task.id(), username, values);
        });
    process.runAt(at, FOLLOW_UP, id);
  }

  /** What happens to the meeting's follow-ups by themselves until then; then they go on living. */
  void leave(MeetingPlayer.Played meeting, Instant until) {
    followUps(
        meeting,
        id -> {
          process.runUntil(until, FOLLOW_UP, id);
          process.leave(FOLLOW_UP, id);
        });
  }

  private void followUps(MeetingPlayer.Played meeting, Consumer<Long> each) {
    minutes.followUpsOf(meeting.id()).forEach(each);
  }

  SignedIn signedIn(String username) {
    Person person = persons.findByUsername(username).orElseThrow();
    return new SignedIn(person.id(), username, person.name(), directory.groupsOf(username));
  }
}
