package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.confirmation.ConfirmationRounds;
import br.gov.sp.prefeitura.redeinfo.confirmation.process.FocalPointConfirmationProcess;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Confirmations of focal points, asked of single bodies and brought forward for tests. */
@TestComponent
public class ConfirmationLife {

  public static final String KEY = FocalPointConfirmationProcess.KEY;
  public static final String CONFIRM = FocalPointConfirmationProcess.TASK_CONFIRM;

  /** Each round of a test has a month of its own, long ago. */
  private static final AtomicInteger MONTHS = new AtomicInteger();

  private final ConfirmationRounds rounds;
  private final TestPeople people;
  private final Appointments appointments;
  private final TransactionTemplate transaction;
  private final TrainingLife life;
  private final TaskInbox inbox;
  private final ManagementService management;
  private final JdbcClient jdbc;
  private final Clock clock;

  ConfirmationLife(
      ConfirmationRounds rounds,
      TestPeople people,
      Appointments appointments,
      TransactionTemplate transaction,
      TrainingLife life,
      TaskInbox inbox,
      ManagementService management,
      JdbcClient jdbc,
      Clock clock) {
    this.rounds = rounds;
    this.people = people;
    this.appointments = appointments;
    this.transaction = transaction;
    this.life = life;
    this.inbox = inbox;
    this.management = management;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Somebody who holds a seat of the body from today on. */
  public Person focalPoint(Body body, Track track, Seat seat) {
    Person person = people.person(body.slug());
    NewAppointment appointment =
        new NewAppointment(
            person.id(),
            body.id(),
            Function.FOCAL_POINT,
            track,
            seat,
            SaoPaulo.today(clock),
            null,
            null);
    transaction.executeWithoutResult(status -> appointments.appoint(appointment));
    return person;
  }

  /** A round that asks this body alone, whose process waits to be started. */
  public long pending(Body body) {
    long round =
        jdbc.sql("INSERT INTO confirmation_round (month, begun_at) VALUES (?, now()) RETURNING id")
            .param(LocalDate.of(1900, 1, 1).plusMonths(MONTHS.incrementAndGet()))
            .query(Long.class)
            .single();
    return jdbc.sql(
            """
            INSERT INTO confirmation (round_id, body_id, acronym, state)
            VALUES (?, ?, ?, 'PENDING') RETURNING id
            """)
        .params(round, body.id(), body.acronym())
        .query(Long.class)
        .single();
  }

  /** This month has its round, without asking anybody. */
  public void monthHasItsRound() {
    jdbc.sql(
            """
            INSERT INTO confirmation_round (month, begun_at) VALUES (?, now())
            ON CONFLICT (month) DO NOTHING
            """)
        .param(month())
        .update();
  }

  /** This month has no round yet. */
  public void monthHasNoRound() {
    jdbc.sql("UPDATE confirmation_round SET month = ? WHERE month = ?")
        .params(LocalDate.of(1900, 1, 1).plusMonths(MONTHS.incrementAndGet()), month())
        .update();
  }

  /** Nobody is asked what waits to be asked. */
  public void nobodyIsAsked() {
    jdbc.sql("DELETE FROM confirmation WHERE state = 'PENDING'").update();
  }

  private LocalDate month() {
    return SaoPaulo.today(clock).withDayOfMonth(1);
  }

  /** A round that has asked this body. */
  public long asked(Body body) {
    long id = pending(body);
    rounds.startPending();
    runJobs(id);
    return id;
  }

  public long roundOf(long id) {
    return jdbc.sql("SELECT round_id FROM confirmation WHERE id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  public void answer(long id, Person by, Map<String, Object> values) {
    OpenTask task = task(id).orElseThrow();
    inbox.claim(task.id(), by.username());
    inbox.complete(task.id(), by.username(), values);
    runJobs(id);
  }

  public Optional<OpenTask> task(long id) {
    return inbox.openTasks(KEY, List.of(String.valueOf(id))).stream().findFirst();
  }

  public void fire(long id, String element) {
    life.fire(KEY, id, element);
    runJobs(id);
  }

  /** Runs what this confirmation left to the background. */
  public void runJobs(long id) {
    while (life.instance(KEY, id) != null) {
      List<Job> due =
          management
              .createJobQuery()
              .processInstanceId(life.instance(KEY, id).getId())
              .messages()
              .withRetriesLeft()
              .list();
      if (due.isEmpty()) {
        return;
      }
      due.forEach(job -> management.executeJob(job.getId()));
    }
  }
}
