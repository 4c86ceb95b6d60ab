package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who hears of an enlistment. Every notice is keyed by its event, so that a repeated step tells
 * nobody twice; all join the caller's transaction.
 */
@Component
public class EnlistmentNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;
  private final JoinLetters letters;
  private final Bodies bodies;
  private final Persons persons;

  EnlistmentNotices(Notices notices, JoinLetters letters, Bodies bodies, Persons persons) {
    this.notices = notices;
    this.letters = letters;
    this.bodies = bodies;
    this.persons = persons;
  }

  /** The head and the office know that somebody of theirs asks to join. */
  public void inform(Enlistment enlistment) {
    Body body = body(enlistment);
    notices.send(
        Notice.toGroups(
            key(enlistment, "informed"),
            "enlistment-informed",
            of(enlistment, body),
            path(enlistment),
            List.of(Groups.head(body.slug()), Groups.office(body.slug()))));
  }

  /** The coordination is asked to decide. */
  public void taskOpened(Enlistment enlistment, WaitingTask task) {
    notices.send(
        Notice.toGroups(
            "task:" + task.taskId() + ":opened",
            "enlistment-decision",
            of(enlistment, task),
            "/tasks/" + task.taskId(),
            task.groupIds()));
  }

  /** The due date comes near, or has passed. */
  public void remind(Enlistment enlistment, WaitingTask task, boolean overdue) {
    List<Long> taken =
        task.assignee() == null
            ? List.of()
            : persons.findByUsername(task.assignee()).map(Person::id).stream().toList();
    notices.send(
        new Notice(
            "task:" + task.taskId() + (overdue ? ":overdue" : ":reminder"),
            overdue ? "enlistment-overdue" : "enlistment-reminder",
            of(enlistment, task),
            "/tasks/" + task.taskId(),
            taken,
            taken.isEmpty() ? task.groupIds() : List.of()));
  }

  /** Welcome; the head and the office know whom they have gained. */
  public void admitted(Enlistment enlistment) {
    Body body = body(enlistment);
    notices.send(
        Notice.toPersons(
            key(enlistment, "admitted"),
            "enlistment-admitted",
            of(enlistment, body),
            "/",
            List.of(enlistment.personId())));
    notices.send(
        Notice.toGroups(
            key(enlistment, "gained"),
            "enlistment-gained",
            of(enlistment, body),
            "/volunteers",
            List.of(Groups.head(body.slug()), Groups.office(body.slug()))));
  }

  public void declined(Enlistment enlistment) {
    letters.declined(enlistment, body(enlistment));
  }

  /** The coordination need not decide any more. */
  public void withdrawn(Enlistment enlistment) {
    notices.send(
        Notice.toGroups(
            key(enlistment, "withdrawn"),
            "enlistment-withdrawn",
            of(enlistment, body(enlistment)),
            path(enlistment),
            List.of(Groups.COORDINATION)));
  }

  private Body body(Enlistment enlistment) {
    return bodies.get(enlistment.bodyId());
  }

  private static Map<String, String> of(Enlistment enlistment, Body body) {
    return Map.of(
        "applicant", enlistment.name(),
        "bodyName", body.name(),
        "bodyAcronym", body.acronym());
  }

  private Map<String, String> of(Enlistment enlistment, WaitingTask task) {
    Map<String, String> parameters = new HashMap<>(of(enlistment, body(enlistment)));
    parameters.put("deadline", MOMENT.format(task.dueAt()));
    return parameters;
  }

  private static String key(Enlistment enlistment, String what) {
    return "enlistment:" + enlistment.id() + ":" + what;
  }

  private static String path(Enlistment enlistment) {
    return "/volunteers/enlistments/" + enlistment.id();
  }
}
