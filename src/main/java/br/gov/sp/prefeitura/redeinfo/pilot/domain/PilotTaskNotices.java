package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells people of the tasks of a pilot: that one waits for them, that its date comes near, that it
 * has passed. Keyed by the task, so that a repeated step tells nobody twice; joins the caller's
 * transaction.
 */
@Component
public class PilotTaskNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;
  private final Persons persons;

  PilotTaskNotices(Notices notices, Persons persons) {
    this.notices = notices;
    this.persons = persons;
  }

  /** A proposal that came back is told of as such; any other task by what is asked. */
  public void opened(Pilot pilot, Body body, WaitingTask task) {
    String template = pilot.state() == PilotState.RETURNED ? "pilot-returned" : "pilot-task";
    send(template, "opened", pilot, body, task, List.of());
  }

  public void reminder(Pilot pilot, Body body, WaitingTask task) {
    send("pilot-task-reminder", "reminder", pilot, body, task, List.of());
  }

  /**
   * @param more groups that hear of it besides those who are asked
   */
  public void overdue(Pilot pilot, Body body, WaitingTask task, Collection<String> more) {
    send("pilot-task-overdue", "overdue", pilot, body, task, more);
  }

  private void send(
      String template,
      String event,
      Pilot pilot,
      Body body,
      WaitingTask task,
      Collection<String> more) {
    List<Long> taken =
        task.assignee() == null
            ? List.of()
            : persons.findByUsername(task.assignee()).map(Person::id).stream().toList();
    Stream<String> asked = taken.isEmpty() ? task.groupIds().stream() : Stream.empty();
    notices.send(
        new Notice(
            "task:" + task.taskId() + ":" + event,
            template,
            Map.of(
                "title", pilot.title(),
                "bodyAcronym", body.acronym(),
                "task", task.taskName(),
                "deadline", MOMENT.format(task.dueAt())),
            "/tasks/" + task.taskId(),
            taken,
            Stream.concat(asked, more.stream()).distinct().toList()));
  }
}
