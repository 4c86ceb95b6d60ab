package br.gov.sp.prefeitura.redeinfo.support;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceKeeping;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.EditionAudience;
import br.gov.sp.prefeitura.redeinfo.training.EditionKind;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan.SessionPlan;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import br.gov.sp.prefeitura.redeinfo.training.ReleasePolicy;
import br.gov.sp.prefeitura.redeinfo.training.domain.Edition;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionLife;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionService;
import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentService;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import br.gov.sp.prefeitura.redeinfo.training.domain.SessionService;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Editions of trainings, made and brought forward for tests. */
@TestComponent
public class TrainingLife {

  private static final Pattern PROCESSES = Pattern.compile("training-.*|body-training|.*meeting.*");

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final TestPeople people;
  private final EngineDirectory directory;
  private final EditionService editions;
  private final EditionLife life;
  private final SessionService sessionService;
  private final EnrollmentService enrollments;
  private final AttendanceKeeping attendance;
  private final TransactionTemplate transaction;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final EngineClock engineClock;
  private final JdbcClient jdbc;
  private final Clock clock;
  private Person coordinator;

  TrainingLife(
      TestPeople people,
      EngineDirectory directory,
      EditionService editions,
      EditionLife life,
      SessionService sessionService,
      EnrollmentService enrollments,
      AttendanceKeeping attendance,
      TransactionTemplate transaction,
      RuntimeService runtime,
      ManagementService management,
      EngineClock engineClock,
      JdbcClient jdbc,
      Clock clock) {
    this.people = people;
    this.directory = directory;
    this.editions = editions;
    this.life = life;
    this.sessionService = sessionService;
    this.enrollments = enrollments;
    this.attendance = attendance;
    this.transaction = transaction;
    this.runtime = runtime;
    this.management = management;
    this.engineClock = engineClock;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A plan that breaks no rule; see {@link Draft} for what may differ. */
  public Draft draft() {
    return new Draft(LocalDateTime.now(clock.withZone(SaoPaulo.ZONE)).withNano(0).withSecond(0));
  }

  /** Writes the plan down, without publishing it. */
  public long planned(Draft draft) {
    return editions.plan(draft.plan(), signedIn(coordinator()));
  }

  /** An edition of which enrolment begins later. */
  public long published(Draft draft) {
    long id = planned(draft);
    editions.publish(id, signedIn(coordinator()));
    runJobs();
    return id;
  }

  /** An edition that takes enrolments. */
  public long enrolling(Draft draft) {
    long id = published(draft);
    fire("training-edition", id, "intermediateCatchEvent_EnrolmentBegins");
    assertThat(life.get(id).state()).isEqualTo(EditionState.ENROLLING);
    return id;
  }

  /** Enrolment ends, as at its time; the sessions' instances wait. */
  public void closeEnrolment(long edition) {
    fire("training-edition", edition, "intermediateCatchEvent_EnrolmentEnds");
  }

  /** Sessions' ids in the order in which they were planned. */
  public List<Long> sessions(long edition) {
    return jdbc.sql("SELECT id FROM training_session WHERE edition_id = :id ORDER BY position")
        .param("id", edition)
        .query(Long.class)
        .list();
  }

  /** The sheets of the sessions, in the same order. */
  public List<Long> sheets(long edition) {
    return jdbc.sql(
            "SELECT attendance_event_id FROM training_session WHERE edition_id = :id ORDER BY position")
        .param("id", edition)
        .query(Long.class)
        .list();
  }

  public Edition get(long edition) {
    return life.get(edition);
  }

  /**
   * Who plans the editions of these tests; the same person for all, unless the clock stands before
   * the day of their appointment.
   */
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

  /** Runs what trainings left to the background, until nothing is left; timers wait. */
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

  /**
   * Fires the timer of this element at its time, and runs the jobs that follow; the clock is
   * restored.
   */
  public void fire(String processKey, long businessKey, String elementId) {
    fire(processKey, businessKey, elementId, this::runJobs);
  }

  /** Like {@link #fire}, leaving what follows in the background undone. */
  public void fireOnly(String processKey, long businessKey, String elementId) {
    fire(processKey, businessKey, elementId, () -> {});
  }

  private void fire(String processKey, long businessKey, String elementId, Runnable afterwards) {
    Job timer = timer(processKey, businessKey, elementId);
    assertThat(timer).as("timer %s of %s %s", elementId, processKey, businessKey).isNotNull();
    if (timer.getDuedate().toInstant().isAfter(clock.instant())) {
      engineClock.setTo(timer.getDuedate().toInstant());
    }
    try {
      management.executeJob(timer.getId());
      afterwards.run();
    } finally {
      engineClock.restore();
    }
  }

  /** The timer of this element, or {@code null} if it does not wait there. */
  public Job timer(String processKey, long businessKey, String elementId) {
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
  public ProcessInstance instance(String processKey, long businessKey) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(processKey)
        .processInstanceBusinessKey(String.valueOf(businessKey))
        .singleResult();
  }

  /** What the person's enrolment came to. */
  public EnrollmentState enrolmentState(long edition, Person person) {
    return EnrollmentState.valueOf(
        jdbc.sql(
                """
                SELECT state FROM training_enrollment
                 WHERE edition_id = :edition AND person_id = :person
                """)
            .param("edition", edition)
            .param("person", person.id())
            .query(String.class)
            .single());
  }

  /** The states in which the edition's enrolments are. */
  public Set<EnrollmentState> enrolmentStates(long edition) {
    return jdbc
        .sql("SELECT DISTINCT state FROM training_enrollment WHERE edition_id = :edition")
        .param("edition", edition)
        .query(String.class)
        .list()
        .stream()
        .map(EnrollmentState::valueOf)
        .collect(Collectors.toSet());
  }

  public Instant now() {
    return clock.instant();
  }

  /** The person enrols; what follows in the background is done. */
  public long enroll(long edition, Person person) {
    long id = enrollments.enroll(edition, person.id()).enrollmentId();
    runJobs();
    return id;
  }

  /**
   * The session begins, these come, and its sheet is completed an hour later; what follows in the
   * background is done. The clock is restored.
   */
  public void hold(long edition, int session, Person... present) {
    Session held = sessionService.get(sessions(edition).get(session));
    long keeper = coordinator().id();
    engineClock.setTo(held.startsAt().plus(Duration.ofHours(1)));
    try {
      transaction.executeWithoutResult(
          status -> {
            attendance.record(
                held.attendanceEventId(),
                Stream.of(present)
                    .collect(Collectors.toMap(Person::id, p -> AttendanceStatus.PRESENT)),
                keeper);
            attendance.complete(held.attendanceEventId(), keeper);
          });
      runJobs();
    } finally {
      engineClock.restore();
    }
  }

  /** Whoever has no entry on the session's sheet was absent. */
  public void completeSheet(long session) {
    long sheet = sessionService.get(session).attendanceEventId();
    transaction.executeWithoutResult(status -> attendance.complete(sheet, coordinator().id()));
  }

  /** Whether the session's sheet is open, closed or cancelled. */
  public String sheetState(long session) {
    return jdbc.sql("SELECT state FROM attendance_event WHERE id = :id")
        .param("id", sessionService.get(session).attendanceEventId())
        .query(String.class)
        .single();
  }

  /** What an edition is planned to be: a workshop for everybody, with one session, and 20 seats. */
  public static final class Draft {

    private final LocalDateTime now;
    private final List<SessionPlan> sessions = new ArrayList<>();
    private final List<String> keepers = new ArrayList<>();
    private EditionAudience audience = EditionAudience.SERVANTS;
    private int capacity = 20;
    private Integer placesPerBody;
    private boolean releaseRequired;
    private ReleasePolicy releasePolicy = ReleasePolicy.ACCEPT;
    private String activity;
    private boolean certificate;
    private boolean schoolValidates;
    private UnaryOperator<EditionPlan> otherwise = UnaryOperator.identity();

    private Draft(LocalDateTime now) {
      this.now = now;
    }

    /** Another session: the first 20 days from now, each a week after the one before. */
    public Draft session(UnaryOperator<SessionPlan> how) {
      LocalDateTime starts = now.plusDays(20 + 7L * sessions.size());
      sessions.add(
          how.apply(
              new SessionPlan(
                  "Encontro " + (sessions.size() + 1),
                  starts,
                  starts.plusHours(4),
                  240,
                  "Sala inventada",
                  null,
                  null,
                  false)));
      return this;
    }

    public Draft sessions(int number) {
      for (int i = 0; i < number; i++) {
        session(session -> session);
      }
      return this;
    }

    public Draft capacity(int seats) {
      capacity = seats;
      return this;
    }

    public Draft placesPerBody(Integer places) {
      placesPerBody = places;
      return this;
    }

    public Draft audience(EditionAudience whom) {
      audience = whom;
      return this;
    }

    /** Anything else, by hand, when all the rest is said. */
    public Draft with(UnaryOperator<EditionPlan> change) {
      UnaryOperator<EditionPlan> before = otherwise;
      otherwise = plan -> change.apply(before.apply(plan));
      return this;
    }

    /** The head has to release participants; else the policy says what happens. */
    public Draft release(ReleasePolicy policy) {
      releaseRequired = true;
      releasePolicy = policy;
      return this;
    }

    /** Participants hand something in, 60 days from now. */
    public Draft activity() {
      activity = "Um plano de melhoria para o seu órgão.";
      return this;
    }

    /** Whether the head of the body hears of absences. */
    public Draft headTold(boolean told) {
      return with(
          p ->
              new EditionPlan(
                  p.track(),
                  p.kind(),
                  p.title(),
                  p.content(),
                  p.requirements(),
                  p.trainers(),
                  p.keepers(),
                  p.audience(),
                  p.capacity(),
                  p.placesPerBody(),
                  p.enrolmentFrom(),
                  p.enrolmentUntil(),
                  p.releaseRequired(),
                  p.releasePolicy(),
                  p.releaseDays(),
                  p.minimumAttendance(),
                  p.activity(),
                  p.activityUntil(),
                  told,
                  p.schoolValidates(),
                  p.certificate(),
                  p.sessions()));
    }

    /** A certificate, confirmed by the school or by the coordination. */
    public Draft certificate(boolean bySchool) {
      certificate = true;
      schoolValidates = bySchool;
      return this;
    }

    /** Those with these e-mails give it. */
    public Draft keepers(String... emails) {
      keepers.addAll(List.of(emails));
      return this;
    }

    /** The plan, with one session if none was asked for. */
    public EditionPlan plan() {
      if (sessions.isEmpty()) {
        sessions(1);
      }
      return otherwise.apply(
          new EditionPlan(
              null,
              EditionKind.WORKSHOP,
              "Oficina inventada " + COUNTER.incrementAndGet(),
              "Participação e transparência.",
              null,
              "Equipe inventada",
              keepers,
              audience,
              capacity,
              placesPerBody,
              now.minusDays(1),
              now.plusDays(10),
              releaseRequired,
              releasePolicy,
              5,
              75,
              activity,
              activity == null ? null : now.plusDays(60),
              false,
              schoolValidates,
              certificate,
              sessions));
    }
  }
}
