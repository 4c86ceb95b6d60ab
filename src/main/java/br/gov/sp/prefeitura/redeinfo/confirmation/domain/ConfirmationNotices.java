package br.gov.sp.prefeitura.redeinfo.confirmation.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who hears of a confirmation. Notices are keyed by their event, so that a repeated step tells
 * nobody twice; all join the caller's transaction.
 */
@Component
public class ConfirmationNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;
  private final Persons persons;

  ConfirmationNotices(Notices notices, Persons persons) {
    this.notices = notices;
    this.persons = persons;
  }

  public void asked(WaitingTask task, Body body) {
    send("opened", "confirmation-opened", task, body, List.of());
  }

  public void reminder(WaitingTask task, Body body) {
    send("reminder", "confirmation-reminder", task, body, List.of());
  }

  /** The head of the body hears, and the coordination. */
  public void overdue(WaitingTask task, Body body) {
    send(
        "overdue",
        "confirmation-overdue",
        task,
        body,
        List.of(Groups.head(body.slug()), Groups.COORDINATION));
  }

  /** Leads the office, and who answered, to the succession of who is not the right one any more. */
  public void changed(Confirmation confirmation, Body body) {
    notices.send(
        new Notice(
            "confirmation:" + confirmation.id() + ":changed",
            "confirmation-changed",
            Map.of("bodyName", body.name(), "bodyAcronym", body.acronym()),
            successionPath(body),
            List.of(confirmation.answeredBy()),
            List.of(Groups.office(body.slug()))));
  }

  /** Where the departure of somebody of the body begins. */
  public static String successionPath(Body body) {
    return "/successions/new?body=" + body.slug();
  }

  private void send(
      String event, String template, WaitingTask task, Body body, List<String> moreGroups) {
    List<Long> taken =
        task.assignee() == null
            ? List.of()
            : persons.findByUsername(task.assignee()).map(person -> person.id()).stream().toList();
    Stream<String> groups = taken.isEmpty() ? task.groupIds().stream() : Stream.empty();
    notices.send(
        new Notice(
            "task:" + task.taskId() + ":" + event,
            template,
            Map.of(
                "bodyName", body.name(),
                "bodyAcronym", body.acronym(),
                "deadline", MOMENT.format(task.dueAt())),
            "/tasks/" + task.taskId(),
            taken,
            Stream.concat(groups, moreGroups.stream()).distinct().toList()));
  }
}
