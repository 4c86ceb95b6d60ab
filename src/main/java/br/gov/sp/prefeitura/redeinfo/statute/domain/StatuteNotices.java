package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who hears of requests to accept the statute. Keys name the request, not its task, which comes
 * back after a question: nobody is told twice. All join the caller's transaction.
 */
@Component
public class StatuteNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;
  private final AcceptanceRequests requests;
  private final Persons persons;
  private final Bodies bodies;

  StatuteNotices(Notices notices, AcceptanceRequests requests, Persons persons, Bodies bodies) {
    this.notices = notices;
    this.requests = requests;
    this.persons = persons;
    this.bodies = bodies;
  }

  /** The member is asked to accept. */
  public void asked(long requestId, String taskId) {
    AcceptanceRequest request = requests.get(requestId);
    notices.send(
        Notice.toPersons(
            key(request, "asked"),
            "statute-asked",
            of(request),
            "/tasks/" + taskId,
            List.of(request.personId())));
  }

  /** The due date comes near. */
  public void reminder(long requestId) {
    AcceptanceRequest request = requests.get(requestId);
    notices.send(
        Notice.toPersons(
            key(request, "reminder"),
            "statute-reminder",
            of(request),
            requests.versionOf(request).path(),
            List.of(request.personId())));
  }

  /** The due date has passed: the member hears of it, and the body's office. */
  public void overdue(long requestId) {
    AcceptanceRequest request = requests.get(requestId);
    StatuteVersion version = requests.versionOf(request);
    Body body = bodies.get(request.bodyId());
    Person member = persons.get(request.personId());
    notices.send(
        Notice.toPersons(
            key(request, "overdue"),
            "statute-overdue",
            of(request),
            version.path(),
            List.of(request.personId())));
    notices.send(
        Notice.toGroups(
            key(request, "overdue-office"),
            "statute-overdue-office",
            Map.of(
                "member", member.name(),
                "bodyAcronym", body.acronym(),
                "version", String.valueOf(version.number()),
                "act", version.act(),
                "deadline", MOMENT.format(request.dueAt())),
            version.path(),
            List.of(Groups.office(body.slug()))));
  }

  /**
   * A member wants to talk: the coordination hears of it, and reads what it is about on its page.
   */
  public void question(long requestId, String eventId) {
    AcceptanceRequest request = requests.get(requestId);
    StatuteVersion version = requests.versionOf(request);
    notices.send(
        Notice.toGroups(
            key(request, "question:" + eventId),
            "statute-question",
            Map.of(
                "member", persons.get(request.personId()).name(),
                "bodyAcronym", bodies.get(request.bodyId()).acronym(),
                "version", String.valueOf(version.number())),
            version.path() + "/acceptances?show=QUESTION",
            List.of(Groups.COORDINATION)));
  }

  private Map<String, String> of(AcceptanceRequest request) {
    StatuteVersion version = requests.versionOf(request);
    return Map.of(
        "version", String.valueOf(version.number()),
        "act", version.act(),
        "deadline", MOMENT.format(request.dueAt()));
  }

  private static String key(AcceptanceRequest request, String what) {
    return "statute-request:" + request.id() + ":" + what;
  }
}
