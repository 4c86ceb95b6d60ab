package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who hears of a departure. Every notice is keyed by its event, so that a repeated step tells
 * nobody twice; all join the caller's transaction. The note is read after the sign-in.
 */
@Component
public class SuccessionNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);
  private static final int NAMED = 20;

  private final Notices notices;
  private final SuccessionRepository successions;
  private final Planners planners;
  private final Persons persons;

  SuccessionNotices(
      Notices notices, SuccessionRepository successions, Planners planners, Persons persons) {
    this.notices = notices;
    this.successions = successions;
    this.planners = planners;
    this.persons = persons;
  }

  /** The person, their bodies' heads and offices, and the coordination hear of it. */
  public void begun(long id) {
    Succession succession = get(id);
    send(succession, "begun", "succession-begun", Map.of(), List.of(succession.personId()));
  }

  public void cancelled(long id) {
    Succession succession = get(id);
    send(succession, "cancelled", "succession-cancelled", Map.of(), List.of(succession.personId()));
  }

  /** The person is asked for the note, the office for the plan. */
  public void taskOpened(long id, WaitingTask task) {
    Succession succession = get(id);
    boolean note = task.assignee() != null;
    notices.send(
        new Notice(
            "task:" + task.taskId() + ":opened",
            note ? "succession-note" : "succession-plan",
            of(succession, Map.of()),
            "/tasks/" + task.taskId(),
            note ? List.of(succession.personId()) : List.of(),
            task.groupIds()));
  }

  /** The hour comes near and the plan is not made yet. */
  public void planReminder(long id, WaitingTask task) {
    Succession succession = get(id);
    List<Long> taken =
        task.assignee() == null
            ? List.of()
            : persons.findByUsername(task.assignee()).map(Person::id).stream().toList();
    notices.send(
        new Notice(
            "task:" + task.taskId() + ":reminder",
            "succession-plan-reminder",
            of(succession, Map.of()),
            path(succession),
            taken,
            taken.isEmpty() ? task.groupIds() : List.of()));
  }

  /**
   * Everybody who got something hears what it is; the bodies' heads and offices and the
   * coordination hear that it is done.
   */
  public void handedOver(long id) {
    Succession succession = get(id);
    List<HandedItem> items = successions.items(id);
    items.stream()
        .filter(item -> item.toPersonId() != null)
        .collect(Collectors.groupingBy(HandedItem::toPersonId))
        .forEach((heir, theirs) -> received(succession, theirs, List.of(heir), List.of()));
    items.stream()
        .filter(item -> item.toGroup() != null)
        .collect(Collectors.groupingBy(HandedItem::toGroup))
        .forEach((group, theirs) -> received(succession, theirs, List.of(), List.of(group)));
    long count = items.stream().filter(SuccessionNotices::hasHeir).count();
    send(succession, "done", "succession-done", Map.of("count", String.valueOf(count)), List.of());
  }

  private static boolean hasHeir(HandedItem item) {
    return item.toPersonId() != null || item.toGroup() != null;
  }

  private void received(
      Succession succession,
      List<HandedItem> items,
      Collection<Long> heirs,
      Collection<String> groups) {
    String to = heirs.isEmpty() ? groups.iterator().next() : "person";
    notices.send(
        new Notice(
            key(succession, "received:" + to),
            "succession-received",
            of(succession, Map.of("things", named(items.stream().map(HandedItem::label)))),
            path(succession),
            heirs,
            groups));
  }

  /** The coordination hears what still has no owner. */
  void somethingLeft(Succession succession, Collection<String> labels) {
    notices.send(
        Notice.toGroups(
            key(succession, "left"),
            "succession-left",
            of(succession, Map.of("things", named(labels.stream()))),
            path(succession),
            List.of(Groups.COORDINATION)));
  }

  /** The last one of a function without which nothing runs keeps it. */
  void lastOneStays(Succession succession, Appointment appointment) {
    notices.send(
        Notice.toGroups(
            key(succession, "last:" + appointment.id()),
            "succession-last-one",
            of(succession, Map.of()),
            path(succession),
            List.of(Groups.COORDINATION, Groups.ADMINISTRATION)));
  }

  private void send(
      Succession succession,
      String event,
      String template,
      Map<String, String> more,
      Collection<Long> persons) {
    List<String> groups =
        Stream.concat(
                Stream.of(Groups.COORDINATION),
                planners.bodiesOf(succession.id()).stream()
                    .map(Body::slug)
                    .flatMap(slug -> Stream.of(Groups.head(slug), Groups.office(slug))))
            .toList();
    notices.send(
        new Notice(
            key(succession, event),
            template,
            of(succession, more),
            path(succession),
            persons,
            groups));
  }

  private static String named(Stream<String> labels) {
    List<String> all = labels.filter(Objects::nonNull).toList();
    String first =
        all.stream().limit(NAMED).map(label -> "– " + label).collect(Collectors.joining("\n"));
    return all.size() > NAMED ? first + "\n…" : first;
  }

  private Map<String, String> of(Succession succession, Map<String, String> more) {
    Map<String, String> parameters = new HashMap<>(more);
    parameters.put("person", persons.get(succession.personId()).name());
    parameters.put("moment", moment(succession.leavesAt()));
    return parameters;
  }

  private static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  private Succession get(long id) {
    return successions.find(id).orElseThrow();
  }

  private static String key(Succession succession, String what) {
    return "succession:" + succession.id() + ":" + what;
  }

  private static String path(Succession succession) {
    return "/successions/" + succession.id();
  }
}
