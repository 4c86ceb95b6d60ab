package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Waiting;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Who hears of what. Every notice is keyed by its event, so that a repeated step tells nobody
 * twice; all join the caller's transaction. Texts carry no names of nominees and no reasons: these
 * are read after the sign-in.
 */
@Component
public class NominationNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;
  private final Persons persons;

  NominationNotices(Notices notices, Persons persons) {
    this.notices = notices;
    this.persons = persons;
  }

  /** A task waits for somebody; {@code again} when it is back after a return. */
  public void taskOpened(Waiting task, Body body, boolean again) {
    String template = "nomination-task-" + task.step().template() + (again ? "-again" : "");
    send(template, "task:" + task.taskId() + ":opened", task, body);
  }

  /** The due date comes near. */
  public void reminder(Waiting task, Body body) {
    send("nomination-reminder", "task:" + task.taskId() + ":reminder", task, body);
  }

  /** The due date has passed: those who have the task hear of it, and the next in authority. */
  public void overdue(Waiting task, Body body) {
    send("nomination-overdue", "task:" + task.taskId() + ":overdue", task, body);
    task.step()
        .escalatesTo(body.slug())
        .ifPresent(
            group ->
                notices.send(
                    Notice.toGroups(
                        "task:" + task.taskId() + ":escalation",
                        "nomination-escalation",
                        parameters(task, body),
                        nominationPath(task.nominationId()),
                        List.of(group))));
  }

  /**
   * The coordination reminds by hand.
   *
   * @return false if that was done already for this working day
   */
  boolean remindByHand(Waiting task, Body body, LocalDate workingDay) {
    return send(
            "nomination-reminder", "task:" + task.taskId() + ":by-hand:" + workingDay, task, body)
        > 0;
  }

  private int send(String template, String eventKey, Waiting task, Body body) {
    String path = "/tasks/" + task.taskId();
    Map<String, String> parameters = parameters(task, body);
    if (task.assignee() != null) {
      List<Long> assignee =
          persons.findByUsername(task.assignee()).map(Person::id).map(List::of).orElse(List.of());
      return notices.send(Notice.toPersons(eventKey, template, parameters, path, assignee));
    }
    return notices.send(Notice.toGroups(eventKey, template, parameters, path, task.groupIds()));
  }

  private static Map<String, String> parameters(Waiting task, Body body) {
    Map<String, String> parameters = new HashMap<>(of(body));
    parameters.put("task", task.taskName());
    parameters.put("deadline", moment(task.dueAt()));
    return parameters;
  }

  void roundOpened(Round round, Collection<Body> asked) {
    notices.send(
        Notice.toGroups(
            "nomination-round:" + round.id() + ":opened",
            "nomination-round-opened",
            Map.of("round", round.name(), "deadline", moment(round.deadline())),
            null,
            asked.stream().map(body -> Groups.head(body.slug())).toList()));
  }

  void roundClosed(Round round) {
    notices.send(
        Notice.toGroups(
            "nomination-round:" + round.id() + ":closed",
            "nomination-round-closed",
            Map.of("round", round.name()),
            "/rounds/" + round.id(),
            List.of(Groups.COORDINATION)));
  }

  void vacancy(Nomination nomination, Body body) {
    toGroups("nomination-vacancy", nomination, body, List.of(Groups.COORDINATION));
  }

  void lapsed(Nomination nomination, Body body) {
    toGroups(
        "nomination-lapsed",
        nomination,
        body,
        List.of(Groups.office(body.slug()), Groups.head(body.slug()), Groups.COORDINATION));
  }

  void refused(Nomination nomination, Body body) {
    concerned("nomination-refused", nomination, body);
  }

  void withdrawn(Nomination nomination, Body body) {
    concerned("nomination-withdrawn", nomination, body);
  }

  void granted(Nomination nomination, Body body) {
    notices.send(
        Notice.toPersons(
            eventKey("nomination-mandate", nomination),
            "nomination-mandate",
            of(body),
            nominationPath(nomination.id()),
            nominees(nomination)));
    toGroups(
        "nomination-granted",
        nomination,
        body,
        List.of(Groups.office(body.slug()), Groups.head(body.slug()), Groups.COORDINATION));
  }

  private void concerned(String template, Nomination nomination, Body body) {
    notices.send(
        new Notice(
            eventKey(template, nomination),
            template,
            of(body),
            nominationPath(nomination.id()),
            nominees(nomination),
            List.of(Groups.office(body.slug()), Groups.head(body.slug()), Groups.COORDINATION)));
  }

  private void toGroups(
      String template, Nomination nomination, Body body, Collection<String> groups) {
    notices.send(
        Notice.toGroups(
            eventKey(template, nomination),
            template,
            of(body),
            nominationPath(nomination.id()),
            groups));
  }

  /** Nominees who have been invited; the others know nothing of the nomination. */
  private static List<Long> nominees(Nomination nomination) {
    return nomination.filledSeats().stream()
        .map(NominatedSeat::personId)
        .filter(Objects::nonNull)
        .toList();
  }

  private static String eventKey(String template, Nomination nomination) {
    return "nomination:" + nomination.id() + ":" + template;
  }

  private static String nominationPath(long nominationId) {
    return "/nominations/" + nominationId;
  }

  private static Map<String, String> of(Body body) {
    return Map.of("bodyName", body.name(), "bodyAcronym", body.acronym());
  }

  private static String moment(Instant instant) {
    return MOMENT.format(instant);
  }
}
