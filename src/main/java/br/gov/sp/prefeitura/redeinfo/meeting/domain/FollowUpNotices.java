package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who hears of what happens to a follow-up. Every notice is keyed by its event; all join the
 * caller's transaction. Reasons and results are read after the sign-in.
 */
@Component
public class FollowUpNotices {

  private final Notices notices;
  private final FollowUpOwners owners;
  private final Clock clock;

  FollowUpNotices(Notices notices, FollowUpOwners owners, Clock clock) {
    this.notices = notices;
    this.owners = owners;
    this.clock = clock;
  }

  /** Who answers for it is asked to do it. */
  public void asked(FollowUp followUp, Body body, WaitingTask task) {
    String key = "task:" + task.taskId() + ":opened";
    toOwner(key, "follow-up-asked", followUp, body, "/tasks/" + task.taskId(), List.of());
  }

  /** The coordination is asked to decide. */
  public void reviewAsked(FollowUp followUp, Body body, WaitingTask task) {
    send(
        "task:" + task.taskId() + ":opened",
        "follow-up-review",
        followUp,
        body,
        "/tasks/" + task.taskId(),
        List.of(),
        task.groupIds());
  }

  /** The coordination has not decided in time. */
  public void reviewOverdue(FollowUp followUp, Body body, WaitingTask task) {
    send(
        "task:" + task.taskId() + ":overdue",
        "follow-up-review-overdue",
        followUp,
        body,
        "/tasks/" + task.taskId(),
        List.of(),
        task.groupIds());
  }

  public void reminder(FollowUp followUp, Body body, WaitingTask task) {
    String key = "task:" + task.taskId() + ":reminder";
    toOwner(key, "follow-up-reminder", followUp, body, "/tasks/" + task.taskId(), List.of());
  }

  /** It is late: the head and the coordination hear of it, too. Once a day at most. */
  public void late(FollowUp followUp, Body body) {
    toOwner(
        key(followUp, "late:" + SaoPaulo.today(clock)),
        "follow-up-late",
        followUp,
        body,
        path(followUp),
        List.of(Groups.head(body.slug()), Groups.COORDINATION));
  }

  public void done(FollowUp followUp, Body body) {
    toCoordination("done", "follow-up-done", followUp, body);
  }

  public void postponed(FollowUp followUp, Body body) {
    toCoordination("postponed:" + followUp.dueOn(), "follow-up-postponed", followUp, body);
  }

  public void dropped(FollowUp followUp, Body body) {
    toOwner(
        key(followUp, "dropped"), "follow-up-dropped", followUp, body, path(followUp), List.of());
  }

  /** Somebody else of the body answers for it from now on, or its office. */
  void ownerLeft(FollowUp followUp, Body body, long personId) {
    String key = key(followUp, "left:" + personId);
    toOwner(key, "follow-up-owner-left", followUp, body, path(followUp), List.of());
  }

  private void toCoordination(String event, String template, FollowUp followUp, Body body) {
    send(
        key(followUp, event),
        template,
        followUp,
        body,
        path(followUp),
        List.of(),
        List.of(Groups.COORDINATION));
  }

  private void toOwner(
      String key,
      String template,
      FollowUp followUp,
      Body body,
      String path,
      Collection<String> more) {
    Optional<Person> owner = owners.personOf(followUp);
    List<String> groups =
        owner.isPresent()
            ? List.copyOf(more)
            : Stream.concat(Stream.of(Groups.office(body.slug())), more.stream()).toList();
    send(key, template, followUp, body, path, owner.map(Person::id).stream().toList(), groups);
  }

  private void send(
      String key,
      String template,
      FollowUp followUp,
      Body body,
      String path,
      Collection<Long> personIds,
      Collection<String> groups) {
    notices.send(new Notice(key, template, of(followUp, body), path, personIds, groups));
  }

  private static Map<String, String> of(FollowUp followUp, Body body) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("bodyName", body.name());
    parameters.put("bodyAcronym", body.acronym());
    parameters.put("text", followUp.text());
    parameters.put("meeting", followUp.meetingTitle());
    parameters.put("meetingDay", day(followUp.meetingAt()));
    parameters.put("due", SaoPaulo.DAY.format(followUp.dueOn()));
    return parameters;
  }

  private static String day(Instant moment) {
    return SaoPaulo.DAY.format(LocalDate.ofInstant(moment, SaoPaulo.ZONE));
  }

  private static String key(FollowUp followUp, String event) {
    return "follow-up:" + followUp.id() + ":" + event;
  }

  private static String path(FollowUp followUp) {
    return "/follow-ups/" + followUp.id();
  }
}
