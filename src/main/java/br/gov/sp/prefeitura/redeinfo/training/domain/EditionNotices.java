package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarFiles;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.domain.Participants.Outcome;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who hears of what happens to an edition. Every notice is keyed by its event, so that a repeated
 * step tells nobody twice; all join the caller's transaction.
 */
@Component
public class EditionNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;
  private final Persons persons;

  EditionNotices(Notices notices, Persons persons) {
    this.notices = notices;
    this.persons = persons;
  }

  /** They give the edition and keep its sheets. */
  void trainersNamed(Edition edition, Collection<Long> trainers) {
    notices.send(
        Notice.toPersons(
            key(edition, "trainer"), "training-trainer", of(edition), path(edition), trainers));
  }

  /** Another time, another place, or cancelled. */
  void sessionChanged(
      Edition edition, Session session, Collection<Long> enrolled, Collection<Long> trainers) {
    boolean cancelled = session.state() == Session.State.CANCELLED;
    Map<String, String> parameters = new HashMap<>(of(edition));
    parameters.put("session", session.title());
    parameters.put("when", MOMENT.format(session.startsAt()));
    parameters.put("where", where(session));
    parameters.put("reason", session.reason());
    notices.send(
        Notice.toPersons(
                "training-session:" + session.id() + ":changed:" + session.sequence(),
                cancelled ? "training-session-cancelled" : "training-session-moved",
                parameters,
                path(edition),
                Stream.concat(enrolled.stream(), trainers.stream()).distinct().toList())
            .with(List.of(CalendarFiles.attachment(TrainingCalendar.uid(session.id())))));
  }

  private static String where(Session session) {
    return Stream.of(session.place(), session.link())
        .filter(Objects::nonNull)
        .reduce((place, link) -> place + " · " + link)
        .orElse("");
  }

  /**
   * The session is over, its sheet is not complete. The trainers hear of it; from the second time
   * on, and where nobody is named, those who plan and certify as well.
   */
  void sheetIncomplete(
      Edition edition, Session session, Collection<Long> trainers, LocalDate today) {
    boolean again = today.isAfter(LocalDate.ofInstant(session.endsAt(), SaoPaulo.ZONE));
    Map<String, String> parameters = new HashMap<>(of(edition));
    parameters.put("session", session.title());
    parameters.put("when", MOMENT.format(session.startsAt()));
    notices.send(
        new Notice(
            "training-session:" + session.id() + ":sheet:" + today,
            "training-sheet-incomplete",
            parameters,
            "/attendance/" + session.attendanceEventId(),
            trainers,
            again || trainers.isEmpty() ? overseers(edition) : List.of()));
  }

  /** Those who give a cancelled edition; who is enrolled hears of it by the enrolment. */
  void cancelled(Edition edition, Collection<Long> trainers) {
    notices.send(
        Notice.toPersons(
            key(edition, "cancelled"),
            "training-edition-cancelled",
            of(edition),
            path(edition),
            trainers));
  }

  void concluded(Edition edition, Map<Outcome, Long> outcomes) {
    Map<String, String> parameters = new HashMap<>(of(edition));
    long all = outcomes.values().stream().mapToLong(Long::longValue).sum();
    parameters.put("completed", String.valueOf(outcomes.getOrDefault(Outcome.COMPLETED, 0L)));
    parameters.put("seated", String.valueOf(all));
    notices.send(
        Notice.toGroups(
            key(edition, "concluded"),
            "training-edition-concluded",
            parameters,
            desk(edition),
            overseers(edition)));
  }

  void certificatesDue(Edition edition, int year, String certifiers) {
    Map<String, String> parameters = new HashMap<>(of(edition));
    parameters.put("year", String.valueOf(year));
    notices.send(
        Notice.toGroups(
            key(edition, "certificates-due:" + year),
            "training-certificates-due",
            parameters,
            desk(edition),
            Stream.of(certifiers, Groups.COORDINATION).distinct().toList()));
  }

  /** A task waits for those who certify, or for the coordination. */
  public void taskOpened(Edition edition, WaitingTask task) {
    send("opened", edition, task);
  }

  /** Its due date comes near. */
  public void taskReminder(Edition edition, WaitingTask task) {
    send("reminder", edition, task);
  }

  private void send(String what, Edition edition, WaitingTask task) {
    Map<String, String> parameters = new HashMap<>(of(edition));
    parameters.put("task", task.taskName());
    parameters.put("deadline", MOMENT.format(task.dueAt()));
    List<Long> taken =
        task.assignee() == null
            ? List.of()
            : persons.findByUsername(task.assignee()).map(Person::id).stream().toList();
    notices.send(
        new Notice(
            "task:" + task.taskId() + ":" + what,
            "training-task-" + what,
            parameters,
            "/tasks/" + task.taskId(),
            taken,
            taken.isEmpty() ? task.groupIds() : List.of()));
  }

  private static List<String> overseers(Edition edition) {
    List<String> groups = new ArrayList<>(List.of(Groups.COORDINATION));
    if (edition.schoolValidates()) {
      groups.add(Groups.EMASP);
    }
    return groups;
  }

  private static Map<String, String> of(Edition edition) {
    return Map.of("edition", edition.title());
  }

  private static String key(Edition edition, String what) {
    return "training-edition:" + edition.id() + ":" + what;
  }

  private static String path(Edition edition) {
    return "/trainings/" + edition.id();
  }

  private static String desk(Edition edition) {
    return "/trainings/planning/" + edition.id();
  }
}
