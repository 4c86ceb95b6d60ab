package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarFiles;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the people of an enrolment hear. Every notice is keyed by its event, so that a repeated step
 * tells nobody twice; all join the caller's transaction.
 */
@Service
@Transactional
public class EnrollmentNotices {

  private static final String MINE = "/trainings/mine";

  private final EditionRepository editions;
  private final EnrollmentRepository enrollments;
  private final SeatCounters counters;
  private final CompletionService completion;
  private final Notices notices;
  private final Persons persons;
  private final Bodies bodies;
  private final TrainingTexts texts;

  EnrollmentNotices(
      EditionRepository editions,
      EnrollmentRepository enrollments,
      SeatCounters counters,
      CompletionService completion,
      Notices notices,
      Persons persons,
      Bodies bodies,
      TrainingTexts texts) {
    this.editions = editions;
    this.enrollments = enrollments;
    this.counters = counters;
    this.completion = completion;
    this.notices = notices;
    this.persons = persons;
    this.bodies = bodies;
    this.texts = texts;
  }

  /** A task of the enrolment waits for a person, or for groups. */
  public void taskOpened(OpenedTask task) {
    Subject subject = subject(task.enrollmentId());
    Map<String, String> parameters = subject.parameters();
    parameters.put("person", subject.person().name());
    parameters.put("deadline", texts.moment(task.dueAt()));
    List<Long> assignee =
        task.assignee() == null
            ? List.of()
            : List.of(persons.findByUsername(task.assignee()).orElseThrow().id());
    notices.send(
        new Notice(
            "task:" + task.taskId() + ":opened",
            task.template(),
            parameters,
            "/tasks/" + task.taskId(),
            assignee,
            task.groupIds()));
  }

  /**
   * The seat is the person's.
   *
   * @param waited whether they were on the waiting list, or waited for the release
   */
  public void confirmed(long enrollmentId, boolean waited) {
    Subject subject = subject(enrollmentId);
    List<Session> sessions = editions.sessions(subject.edition().id());
    Map<String, String> parameters = subject.parameters();
    parameters.put("dates", texts.dates(sessions));
    tell(
        subject,
        waited ? "training-seat-free" : "training-confirmed",
        parameters,
        entries(sessions.stream().filter(session -> session.state() == Session.State.PLANNED)));
  }

  public void waiting(long enrollmentId) {
    Subject subject = subject(enrollmentId);
    Map<String, String> parameters = subject.parameters();
    int place =
        counters.waiting(subject.edition().id())
            - enrollments.countWaitingBehind(
                subject.edition().id(), subject.enrollment().arrival());
    parameters.put("place", String.valueOf(place));
    tell(subject, "training-waiting", parameters);
  }

  public void notSeated(long enrollmentId) {
    Subject subject = subject(enrollmentId);
    tell(subject, "training-not-seated", subject.parameters());
  }

  public void refused(long enrollmentId) {
    Subject subject = subject(enrollmentId);
    String reason = subject.enrollment().reason();
    Map<String, String> parameters = subject.parameters();
    parameters.put("reason", Objects.requireNonNullElse(reason, ""));
    tell(subject, reason == null ? "training-release-lapsed" : "training-refused", parameters);
  }

  public void withdrawn(long enrollmentId) {
    Subject subject = subject(enrollmentId);
    tell(subject, "training-withdrawn", subject.parameters());
  }

  public void cancelled(long enrollmentId) {
    Subject subject = subject(enrollmentId);
    Map<String, String> parameters = subject.parameters();
    parameters.put("reason", Objects.requireNonNullElse(subject.edition().cancelReason(), ""));
    tell(
        subject,
        "training-cancelled",
        parameters,
        subject.enrollment().seatedAt() == null
            ? List.of()
            : entries(editions.sessions(subject.edition().id()).stream()));
  }

  /** A friendly word after an absence, with what the person missed. */
  public void absence(long enrollmentId, long sessionId) {
    Subject subject = subject(enrollmentId);
    Session session = editions.findSession(sessionId).orElseThrow();
    Map<String, String> parameters = subject.parameters();
    parameters.put("session", session.title());
    parameters.put("material", Objects.requireNonNullElse(session.material(), ""));
    notices.send(
        Notice.toPersons(
            eventKey(subject, "absence:" + sessionId),
            session.material() == null ? "training-absence" : "training-absence-material",
            parameters,
            MINE,
            List.of(subject.person().id())));
  }

  /** The edition wants the head to know of two absences in a row. */
  public void headOfAbsences(long enrollmentId, long sessionId) {
    Subject subject = subject(enrollmentId);
    String slug = bodies.get(subject.enrollment().bodyId()).slug();
    Map<String, String> parameters = subject.parameters();
    parameters.put("person", subject.person().name());
    notices.send(
        Notice.toGroups(
            eventKey(subject, "absence-head:" + sessionId),
            "training-absence-head",
            parameters,
            subject.path(),
            List.of(Groups.head(slug))));
  }

  public void completed(long enrollmentId) {
    Subject subject = subject(enrollmentId);
    tell(
        subject,
        subject.edition().certificate() ? "training-certificate" : "training-completed",
        subject.parameters());
  }

  /** Says in words what is missing. */
  public void notCompleted(long enrollmentId) {
    Subject subject = subject(enrollmentId);
    CompletionService.Standing standing = completion.standing(enrollmentId);
    Map<String, String> parameters = subject.parameters();
    parameters.put(
        "missing",
        texts.missing(standing.outcomes(), subject.edition(), standing.attendancePercent()));
    tell(subject, "training-not-completed", parameters);
  }

  private void tell(Subject subject, String template, Map<String, String> parameters) {
    tell(subject, template, parameters, List.of());
  }

  private void tell(
      Subject subject,
      String template,
      Map<String, String> parameters,
      Collection<String> attachments) {
    notices.send(
        Notice.toPersons(
                eventKey(subject, template),
                template,
                parameters,
                MINE,
                List.of(subject.person().id()))
            .with(attachments));
  }

  /** The sessions' calendar entries, as they stand when the mail goes out. */
  private static List<String> entries(Stream<Session> sessions) {
    return sessions
        .map(session -> CalendarFiles.attachment(TrainingCalendar.uid(session.id())))
        .toList();
  }

  private static String eventKey(Subject subject, String event) {
    return "enrollment:" + subject.enrollment().id() + ":" + event;
  }

  private Subject subject(long enrollmentId) {
    Enrollment enrollment =
        enrollments
            .find(enrollmentId)
            .orElseThrow(() -> Refusal.notFound("training.enrollment-not-found"));
    return new Subject(
        enrollment,
        editions.find(enrollment.editionId()).orElseThrow(),
        persons.get(enrollment.personId()));
  }

  /** Of whom and what a notice tells. */
  private record Subject(Enrollment enrollment, Edition edition, Person person) {

    Map<String, String> parameters() {
      return new HashMap<>(Map.of("edition", edition.title()));
    }

    String path() {
      return "/trainings/" + edition.id();
    }
  }

  /**
   * @param assignee user name, or {@code null} if it is offered to groups
   */
  public record OpenedTask(
      String taskId,
      long enrollmentId,
      String template,
      String assignee,
      Collection<String> groupIds,
      Instant dueAt) {}
}
