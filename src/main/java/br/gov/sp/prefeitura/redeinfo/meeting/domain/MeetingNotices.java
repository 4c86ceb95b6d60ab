package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarFiles;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who hears of what happens to a meeting. Every notice is keyed by its event, so that a repeated
 * step tells nobody twice; all join the caller's transaction. Reasons are read after the sign-in.
 */
@Component
public class MeetingNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;
  private final Persons persons;

  MeetingNotices(Notices notices, Persons persons) {
    this.notices = notices;
    this.persons = persons;
  }

  /** A task of the meeting waits; the template is named after what is asked. */
  public void taskOpened(Meeting meeting, WaitingTask task, String template) {
    notices.send(
        Notice.toGroups(
            "task:" + task.taskId() + ":opened",
            template,
            of(meeting, task),
            "/tasks/" + task.taskId(),
            task.groupIds()));
  }

  /** The due date of a task comes near. */
  public void reminder(Meeting meeting, WaitingTask task) {
    remind("meeting-task-reminder", "reminder", meeting, task, List.of());
  }

  /** The due date of a task has passed; the coordination hears of it whoever has to do it. */
  public void overdue(Meeting meeting, WaitingTask task) {
    remind("meeting-task-overdue", "overdue", meeting, task, List.of(Groups.COORDINATION));
  }

  private void remind(
      String template, String event, Meeting meeting, WaitingTask task, Collection<String> more) {
    List<Long> taken =
        task.assignee() == null
            ? List.of()
            : persons.findByUsername(task.assignee()).map(Person::id).stream().toList();
    Stream<String> offered = taken.isEmpty() ? task.groupIds().stream() : Stream.empty();
    notices.send(
        new Notice(
            "task:" + task.taskId() + ":" + event,
            template,
            of(meeting, task),
            path(meeting),
            taken,
            Stream.concat(offered, more.stream()).distinct().toList()));
  }

  /** With the agenda, and the date for people's calendars. */
  void convocation(
      Meeting meeting, MeetingKind kind, List<AgendaItem> agenda, Collection<Long> people) {
    Map<String, String> parameters = new HashMap<>(of(meeting));
    parameters.put("kind", kind.namePt());
    parameters.put(
        "agenda",
        IntStream.range(0, agenda.size())
            .mapToObj(i -> (i + 1) + ". " + agenda.get(i).title())
            .collect(Collectors.joining("\n")));
    parameters.put("message", meeting.message() == null ? "" : meeting.message());
    notices.send(
        Notice.toPersons(
                key(meeting, "convocation"),
                "meeting-convocation",
                parameters,
                path(meeting),
                people)
            .with(List.of(CalendarFiles.attachment(MeetingCalendar.uid(meeting.id())))));
  }

  void postponed(Meeting meeting, Collection<Long> people) {
    toInvited(meeting, "meeting-postponed", "postponed:" + meeting.sequence(), people, true);
  }

  void notHeld(Meeting meeting, Collection<Long> people) {
    toInvited(meeting, "meeting-not-held", "not-held", people, false);
  }

  void cancelled(Meeting meeting, Collection<Long> people) {
    toInvited(meeting, "meeting-cancelled", "cancelled", people, meeting.convenedAt() != null);
  }

  private void toInvited(
      Meeting meeting, String template, String event, Collection<Long> people, boolean calendar) {
    Notice notice =
        new Notice(
            key(meeting, event),
            template,
            of(meeting),
            path(meeting),
            people,
            List.of(Groups.COORDINATION));
    notices.send(
        calendar
            ? notice.with(List.of(CalendarFiles.attachment(MeetingCalendar.uid(meeting.id()))))
            : notice);
  }

  /** The coordination has something to accept or refuse. */
  void itemProposed(Meeting meeting, long itemId, String title, SignedIn by) {
    Map<String, String> parameters = new HashMap<>(of(meeting));
    parameters.put("item", title);
    parameters.put("person", by.name());
    notices.send(
        Notice.toGroups(
            key(meeting, "item:" + itemId),
            "meeting-item-proposed",
            parameters,
            path(meeting) + "/agenda",
            List.of(Groups.COORDINATION)));
  }

  void itemRefused(Meeting meeting, AgendaItem item) {
    Map<String, String> parameters = new HashMap<>(of(meeting));
    parameters.put("item", item.title());
    notices.send(
        Notice.toPersons(
            key(meeting, "item-refused:" + item.id()),
            "meeting-item-refused",
            parameters,
            path(meeting),
            List.of(item.proposedBy())));
  }

  private static Map<String, String> of(Meeting meeting) {
    return Map.of(
        "title", meeting.title(),
        "when", MOMENT.format(meeting.startsAt()),
        "day", SaoPaulo.DAY.format(meeting.startsAt().atZone(SaoPaulo.ZONE)),
        "place", meeting.place() == null ? meeting.link() : meeting.place());
  }

  private static Map<String, String> of(Meeting meeting, WaitingTask task) {
    Map<String, String> parameters = new HashMap<>(of(meeting));
    parameters.put("task", task.taskName());
    parameters.put("deadline", moment(task.dueAt()));
    return parameters;
  }

  private static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  private static String key(Meeting meeting, String what) {
    return "meeting:" + meeting.id() + ":" + what;
  }

  private static String path(Meeting meeting) {
    return "/meetings/" + meeting.id();
  }
}
