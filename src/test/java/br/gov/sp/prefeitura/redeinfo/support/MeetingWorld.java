package br.gov.sp.prefeitura.redeinfo.support;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceKeeping;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Agendas;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Agendas.NewItem;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Guests;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Guests.NewGuest;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingDesk;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingLife;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingPlan;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.RecentNotice;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Meetings, planned and brought forward for tests. */
@TestComponent
public class MeetingWorld {

  public static final String KEY = "network-meeting";
  public static final String QUARTER = "meeting-quarter";
  public static final String CONVENE = "userTask_ConveneMeeting";
  public static final String RECORD = "userTask_RecordMeeting";
  public static final String WRITE_MINUTES = "userTask_WriteMinutes";
  public static final String APPROVE_MINUTES = "userTask_ApproveMinutes";

  private static final Pattern PROCESSES = Pattern.compile("network-meeting|meeting-.*");

  private final TestPeople people;
  private final EngineDirectory directory;
  private final MeetingDesk desk;
  private final MeetingLife life;
  private final Agendas agendas;
  private final Guests guests;
  private final AttendanceKeeping attendance;
  private final TransactionTemplate transaction;
  private final TaskInbox inbox;
  private final Notices notices;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final EngineClock engineClock;
  private final JdbcClient jdbc;
  private final Clock clock;
  private Person coordinator;

  MeetingWorld(
      TestPeople people,
      EngineDirectory directory,
      MeetingDesk desk,
      MeetingLife life,
      Agendas agendas,
      Guests guests,
      AttendanceKeeping attendance,
      TransactionTemplate transaction,
      TaskInbox inbox,
      Notices notices,
      RuntimeService runtime,
      ManagementService management,
      EngineClock engineClock,
      JdbcClient jdbc,
      Clock clock) {
    this.people = people;
    this.directory = directory;
    this.desk = desk;
    this.life = life;
    this.agendas = agendas;
    this.guests = guests;
    this.attendance = attendance;
    this.transaction = transaction;
    this.inbox = inbox;
    this.notices = notices;
    this.runtime = runtime;
    this.management = management;
    this.engineClock = engineClock;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Who plans the meetings of these tests. */
  public Person coordinator() {
    if (coordinator == null
        || !directory.groupsOf(coordinator.username()).contains(Groups.COORDINATION)) {
      coordinator = people.withFunction(Function.COORDINATION, "seri");
    }
    return coordinator;
  }

  public SignedIn signedIn(Person person) {
    return new SignedIn(
        person.id(), person.username(), person.name(), directory.groupsOf(person.username()));
  }

  /** The hour that has begun. */
  public LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), SaoPaulo.ZONE).truncatedTo(ChronoUnit.HOURS);
  }

  /** A thematic meeting of two hours in thirty days, which breaks no rule. */
  public MeetingPlan plan() {
    return plan("THEMATIC", now().plusDays(30));
  }

  public MeetingPlan plan(String kind, LocalDateTime starts) {
    return new MeetingPlan(
        kind,
        "Reunião inventada",
        "Conversar sobre o que vem.",
        starts,
        starts.plusHours(2),
        "Sala inventada",
        null,
        "Coordenação",
        null);
  }

  /** The meeting waits to be convened; its agenda has one item. */
  public long planned(MeetingPlan plan) {
    long id = desk.plan(plan, signedIn(coordinator()));
    runJobs();
    agendas.propose(id, new NewItem("Informes da coordenação", null, 15), signedIn(coordinator()));
    return id;
  }

  public long planned() {
    return planned(plan());
  }

  /** A planned meeting, the item of its agenda and a guest, by the names of tables of requests. */
  public Map<String, String> toAskFor() {
    long id = planned();
    long guest =
        guests.add(
            id, new NewGuest("Convidada Inventada", null, null, false), signedIn(coordinator()));
    return Map.of(
        "meeting", String.valueOf(id),
        "item", String.valueOf(agendas.of(id).get(0).id()),
        "meetingGuest", String.valueOf(guest));
  }

  /** Somebody proposes an item. */
  public long propose(long id, Person by) {
    return agendas.propose(id, new NewItem("Item inventado", null, null), signedIn(by));
  }

  public void refuse(long id, long item) {
    agendas.refuse(id, item, "Fica para a próxima.", signedIn(coordinator()));
  }

  /** Everybody invited knows of the meeting. */
  public long convened(MeetingPlan plan) {
    long id = planned(plan);
    convene(id);
    return id;
  }

  public void convene(long id) {
    answer(id, CONVENE, coordinator(), Map.of());
  }

  /** The meeting is over, and waits to be recorded. */
  public void endComes(long id) {
    fire(id, "intermediateCatchEvent_MeetingOver");
  }

  /** These came, everybody else did not; the sheet is complete. */
  public void completeSheet(long id, Person... present) {
    Meeting meeting = life.get(id);
    long keeper = coordinator().id();
    at(
        meeting.endsAt().plus(Duration.ofHours(1)),
        () ->
            transaction.executeWithoutResult(
                status -> {
                  attendance.record(
                      meeting.attendanceEventId(),
                      Stream.of(present)
                          .collect(Collectors.toMap(Person::id, p -> AttendanceStatus.PRESENT)),
                      keeper);
                  attendance.complete(meeting.attendanceEventId(), keeper);
                }));
  }

  /** The meeting took place as planned. */
  public void held(long id, Person... present) {
    endComes(id);
    completeSheet(id, present);
    recordHeld(id);
  }

  public void recordHeld(long id) {
    Meeting meeting = life.get(id);
    at(
        meeting.endsAt().plus(Duration.ofHours(2)),
        () -> answer(id, RECORD, coordinator(), heldAsPlanned(id)));
  }

  /** What is typed to record a meeting that took place as planned. */
  public Map<String, Object> heldAsPlanned(long id) {
    Meeting meeting = life.get(id);
    return Map.of(
        "held",
        "yes",
        "beganAt",
        local(meeting.startsAt()),
        "endedAt",
        local(meeting.endsAt()),
        "othersPresent",
        3);
  }

  public static Map<String, Object> notHeld(String reason) {
    return Map.of("held", "no", "notHeldReason", reason);
  }

  private static String local(Instant instant) {
    return LocalDateTime.ofInstant(instant, SaoPaulo.ZONE).toString();
  }

  /** At this time; the clock is restored afterwards. */
  public void at(Instant moment, Runnable work) {
    boolean ahead = moment.isAfter(clock.instant());
    if (ahead) {
      engineClock.setTo(moment);
    }
    try {
      work.run();
    } finally {
      if (ahead) {
        engineClock.restore();
      }
    }
  }

  /** Somebody takes the task on and answers it; what follows in the background is done. */
  public void answer(long id, String taskKey, Person by, Map<String, Object> values) {
    OpenTask task = task(KEY, String.valueOf(id), taskKey);
    inbox.claim(task.id(), by.username());
    inbox.complete(task.id(), by.username(), values);
    runJobs();
  }

  public OpenTask task(String processKey, String businessKey, String taskKey) {
    return inbox.openTasks(processKey, List.of(businessKey)).stream()
        .filter(task -> task.key().equals(taskKey))
        .findFirst()
        .orElseThrow(() -> new AssertionError(taskKey + " does not wait"));
  }

  public Meeting get(long id) {
    return life.get(id);
  }

  /** Fires a timer of the meeting at its time, and runs what follows; the clock is restored. */
  public void fire(long id, String elementId) {
    fire(KEY, String.valueOf(id), elementId);
  }

  public void fire(String processKey, String businessKey, String elementId) {
    Job timer = timer(processKey, businessKey, elementId);
    assertThat(timer).as("timer %s of %s %s", elementId, processKey, businessKey).isNotNull();
    at(
        timer.getDuedate().toInstant(),
        () -> {
          management.executeJob(timer.getId());
          runJobs();
        });
  }

  /** The timer of this element, or {@code null} if it does not wait there. */
  public Job timer(String processKey, String businessKey, String elementId) {
    ProcessInstance instance = instance(processKey, businessKey);
    return instance == null
        ? null
        : management
            .createJobQuery()
            .processInstanceId(instance.getId())
            .activityId(elementId)
            .singleResult();
  }

  /** {@code null} if it is over or has not begun. */
  public ProcessInstance instance(String processKey, String businessKey) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(processKey)
        .processInstanceBusinessKey(businessKey)
        .singleResult();
  }

  /** Runs what meetings left to the background, until nothing is left; timers wait. */
  public void runJobs() {
    for (List<Job> due = messages(); !due.isEmpty(); due = messages()) {
      due.forEach(job -> management.executeJob(job.getId()));
    }
  }

  private List<Job> messages() {
    return management.createJobQuery().messages().withRetriesLeft().list().stream()
        .filter(job -> PROCESSES.matcher(job.getProcessDefinitionKey()).matches())
        .toList();
  }

  /** The subjects of the person's notices, in Portuguese. */
  public List<String> subjects(Person person) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("pt-BR"));
    try {
      return notices.recent(person.id(), 50).stream().map(RecentNotice::subject).toList();
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  /** What the audit log says of the subject, with who did it. */
  public List<String> recorded(String type, Object id) {
    return jdbc.sql(
            """
            SELECT action || coalesce(' ' || actor_id, '') FROM audit_entry
             WHERE subject_type = ? AND subject_id = ? ORDER BY id
            """)
        .param(type)
        .param(String.valueOf(id))
        .query(String.class)
        .list();
  }
}
