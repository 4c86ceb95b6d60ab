package br.gov.sp.prefeitura.redeinfo.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds.NewRound;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationCommands;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationDetails;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationQueries;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SeatKey;
import br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import br.gov.sp.prefeitura.redeinfo.support.NominationJobs;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies of their own with people in their functions, and the steps of a nomination. */
public class NominationWorld {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  final Bodies bodies;
  final TestBodies testBodies;
  final NominationJobs jobs;
  final Persons persons;
  final Appointments appointments;
  final NominationRounds rounds;
  final NominationQueries queries;
  final EngineDirectory directory;
  final TaskInbox inbox;
  final TaskService tasks;
  final RuntimeService runtime;
  final ManagementService management;
  final WorkingDays workingDays;
  final JdbcClient jdbc;
  final Clock clock;
  final EngineClock engineClock;
  final NominationCommands commands;
  final Notices notices;

  NominationWorld(
      Bodies bodies,
      TestBodies testBodies,
      NominationJobs jobs,
      Persons persons,
      Appointments appointments,
      NominationRounds rounds,
      NominationQueries queries,
      EngineDirectory directory,
      TaskInbox inbox,
      TaskService tasks,
      RuntimeService runtime,
      ManagementService management,
      WorkingDays workingDays,
      JdbcClient jdbc,
      Clock clock,
      EngineClock engineClock,
      NominationCommands commands,
      Notices notices) {
    this.bodies = bodies;
    this.testBodies = testBodies;
    this.jobs = jobs;
    this.persons = persons;
    this.appointments = appointments;
    this.rounds = rounds;
    this.queries = queries;
    this.directory = directory;
    this.inbox = inbox;
    this.tasks = tasks;
    this.runtime = runtime;
    this.management = management;
    this.workingDays = workingDays;
    this.jdbc = jdbc;
    this.clock = clock;
    this.engineClock = engineClock;
    this.commands = commands;
    this.notices = notices;
  }

  public LocalDate today() {
    return SaoPaulo.today(clock);
  }

  /** A new body of the direct administration. */
  public Body body() {
    return body("SECRETARIA", "RF");
  }

  Body body(String kind, String identifierKind) {
    return testBodies.make(kind, identifierKind);
  }

  Person person(Body body) {
    return person(body, "pessoa" + COUNTER.incrementAndGet(), Bond.EFETIVO);
  }

  Person person(Body body, String local, Bond bond) {
    return persons.register(
        new PersonDetails(
            "Pessoa " + local,
            local + "@" + body.mailDomains().get(0),
            bond,
            body.id(),
            "Gabinete",
            null));
  }

  Appointment appoint(Person person, Body body, Function function) {
    return appointments.appoint(
        new NewAppointment(
            person.id(),
            function.isOfBody() ? body.id() : null,
            function,
            null,
            null,
            today().minusDays(400),
            null,
            null));
  }

  Appointment seat(Person person, Body body, SeatKey key) {
    return appointments.appoint(
        new NewAppointment(
            person.id(),
            body.id(),
            Function.FOCAL_POINT,
            key.track(),
            key.seat(),
            today().minusDays(400),
            null,
            "6010.2025/0000001-1"));
  }

  Person appointed(Body body, Function function) {
    Person person = person(body);
    appoint(person, body, function);
    return person;
  }

  SignedIn signedIn(Person person) {
    return new SignedIn(
        person.id(), person.username(), person.name(), directory.groupsOf(person.username()));
  }

  /** A round of these tracks among these bodies, the background jobs done. */
  long openRound(Person coordinator, Set<Track> tracks, Collection<Body> asked) {
    long roundId =
        rounds
            .open(
                new NewRound(
                    "Rodada de teste",
                    tracks,
                    asked.stream().map(Body::id).toList(),
                    workingDays.plus(today(), 20),
                    null),
                signedIn(coordinator))
            .roundId();
    runJobs();
    return roundId;
  }

  long nominationOf(long roundId, Body body) {
    return jdbc.sql("SELECT id FROM nomination WHERE round_id = :round AND body_id = :body")
        .param("round", roundId)
        .param("body", body.id())
        .query(Long.class)
        .single();
  }

  NominationDetails details(long nominationId) {
    return queries.details(nominationId);
  }

  NominationState state(long nominationId) {
    return details(nominationId).nomination().state();
  }

  /** Runs what waits in the background, again and again until nothing is left; no timers. */
  public void runJobs() {
    jobs.run();
  }

  /** Lets the time of this boundary event's timer come, and fires it. */
  void fire(long nominationId, String boundaryEventId) {
    Job timer = timer(nominationId, boundaryEventId);
    engineClock.setTo(timer.getDuedate().toInstant());
    management.executeJob(timer.getId());
    runJobs();
  }

  Job timer(long nominationId, String boundaryEventId) {
    return management
        .createJobQuery()
        .processInstanceId(instance(nominationId).getId())
        .activityId(boundaryEventId)
        .singleResult();
  }

  ProcessInstance instance(long nominationId) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("nomination-approval")
        .processInstanceBusinessKey(String.valueOf(nominationId))
        .singleResult();
  }

  Task task(long nominationId, String taskKey) {
    List<Task> open = tasksOf(nominationId, taskKey);
    assertThat(open).as(taskKey).hasSize(1);
    return open.get(0);
  }

  List<Task> tasksOf(long nominationId, String taskKey) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(String.valueOf(nominationId))
        .processDefinitionKey("nomination-approval")
        .taskDefinitionKey(taskKey)
        .list();
  }

  /** The person takes the task on and completes it; the background jobs are done. */
  void complete(long nominationId, String taskKey, Person by, Map<String, Object> values) {
    complete(task(nominationId, taskKey), by, values);
  }

  void complete(Task task, Person by, Map<String, Object> values) {
    if (task.getAssignee() == null) {
      inbox.claim(task.getId(), by.username());
    }
    inbox.complete(task.getId(), by.username(), values);
    runJobs();
  }

  /** What an office types for one seat. */
  static Map<String, Object> typed(SeatKey key, Body body, String local, Bond bond) {
    Map<String, Object> values = NominationLife.servant(key.prefix(), local, body);
    values.put(key.prefix() + "Bond", bond.name());
    return values;
  }

  @SafeVarargs
  static Map<String, Object> together(Map<String, Object>... parts) {
    Map<String, Object> all = new HashMap<>();
    for (Map<String, Object> part : parts) {
      all.putAll(part);
    }
    return all;
  }

  Person nominee(Body body, String local) {
    return persons.findByEmail(local + "@" + body.mailDomains().get(0)).orElseThrow();
  }

  /** The nominee with this mailbox answers. */
  void answer(long nominationId, Body body, String local, Map<String, Object> values) {
    Person person = nominee(body, local);
    Task task =
        tasksOf(nominationId, NominationApprovalProcess.TASK_ACCEPT).stream()
            .filter(open -> person.username().equals(open.getAssignee()))
            .findFirst()
            .orElseThrow();
    complete(task, person, values);
  }

  /** Mailboxes of those who are asked now. */
  List<String> asked(long nominationId) {
    return tasksOf(nominationId, NominationApprovalProcess.TASK_ACCEPT).stream()
        .map(Task::getAssignee)
        .map(username -> persons.findByUsername(username).orElseThrow().email())
        .map(email -> email.substring(0, email.indexOf('@')))
        .sorted()
        .toList();
  }

  /** Subjects of what the person was told, newest first. */
  List<String> subjectsTo(Person person) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("pt-BR"));
    try {
      return notices.recent(person.id(), 50).stream().map(Notices.RecentNotice::subject).toList();
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  boolean roundIsClosed(long roundId) {
    return jdbc.sql("SELECT closed_at IS NOT NULL FROM nomination_round WHERE id = :id")
        .param("id", roundId)
        .query(Boolean.class)
        .single();
  }

  long nominationForVacancy(long appointmentId) {
    return jdbc.sql("SELECT id FROM nomination WHERE vacated_appointment_id = :id")
        .param("id", appointmentId)
        .query(Long.class)
        .single();
  }

  /** What the coordination records when the act is out today. */
  Map<String, Object> publication() {
    return NominationLife.publication(today());
  }
}
