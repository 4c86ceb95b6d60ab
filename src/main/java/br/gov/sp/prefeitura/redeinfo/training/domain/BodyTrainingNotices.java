package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining.State;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who hears of what happens to a body's training. Every notice is keyed by its event, so that a
 * repeated step tells nobody twice; all join the caller's transaction. Reasons are read after the
 * sign-in.
 */
@Component
public class BodyTrainingNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;
  private final Persons persons;

  BodyTrainingNotices(Notices notices, Persons persons) {
    this.notices = notices;
    this.persons = persons;
  }

  void announced(BodyTraining training, Body body) {
    notices.send(
        Notice.toGroups(
            key(training, "announced"),
            "body-training-announced",
            of(training, body),
            path(training),
            List.of(Groups.COORDINATION)));
  }

  /** The body is asked for its report, or the coordination for its decision. */
  public void taskOpened(BodyTraining training, Body body, WaitingTask task) {
    String template =
        switch (training.state()) {
          case REPORTED -> "body-training-approval";
          case RETURNED -> "body-training-report-again";
          default -> "body-training-report";
        };
    notices.send(
        Notice.toGroups(
            "task:" + task.taskId() + ":opened",
            template,
            of(training, body, task),
            "/tasks/" + task.taskId(),
            task.groupIds()));
  }

  /** The due date comes near. */
  public void reminder(BodyTraining training, Body body, WaitingTask task) {
    send("body-training-reminder", "reminder", training, body, task, List.of());
  }

  /** The due date has passed; of a report the head of the body hears as well. */
  public void overdue(BodyTraining training, Body body, WaitingTask task) {
    List<String> more =
        training.state() == State.REPORTED ? List.of() : List.of(Groups.head(body.slug()));
    send("body-training-overdue", "overdue", training, body, task, more);
  }

  private void send(
      String template,
      String event,
      BodyTraining training,
      Body body,
      WaitingTask task,
      Collection<String> more) {
    List<Long> taken =
        task.assignee() == null
            ? List.of()
            : persons.findByUsername(task.assignee()).map(Person::id).stream().toList();
    notices.send(
        new Notice(
            "task:" + task.taskId() + ":" + event,
            template,
            of(training, body, task),
            path(training),
            taken,
            Stream.concat(
                    taken.isEmpty() ? task.groupIds().stream() : Stream.empty(), more.stream())
                .toList()));
  }

  /** It counts: who announced and who reported it hear of it, and the office. */
  public void approved(BodyTraining training, Body body) {
    notices.send(
        new Notice(
            key(training, "approved"),
            "body-training-approved",
            of(training, body),
            path(training),
            Stream.of(training.announcedBy(), training.reportedBy())
                .filter(Objects::nonNull)
                .distinct()
                .toList(),
            List.of(Groups.office(body.slug()))));
  }

  public void cancelled(BodyTraining training, Body body) {
    notices.send(
        new Notice(
            key(training, "cancelled"),
            "body-training-cancelled",
            of(training, body),
            path(training),
            List.of(training.announcedBy()),
            List.of(Groups.COORDINATION, Groups.office(body.slug()))));
  }

  private static Map<String, String> of(BodyTraining training, Body body) {
    return Map.of(
        "bodyName", body.name(),
        "bodyAcronym", body.acronym(),
        "title", training.title(),
        "day", SaoPaulo.DAY.format(training.day()));
  }

  private static Map<String, String> of(BodyTraining training, Body body, WaitingTask task) {
    Map<String, String> parameters = new HashMap<>(of(training, body));
    parameters.put("task", task.taskName());
    parameters.put("deadline", moment(task.dueAt()));
    return parameters;
  }

  private static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  private static String key(BodyTraining training, String what) {
    return "body-training:" + training.id() + ":" + what;
  }

  private static String path(BodyTraining training) {
    return "/body-trainings/" + training.id();
  }
}
