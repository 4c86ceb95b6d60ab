package br.gov.sp.prefeitura.redeinfo.support;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.succession.domain.Departure;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionReading;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionService;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** People who leave, stated and brought to their hour for tests. */
@TestComponent
public class Departures {

  public static final String KEY = "succession";
  public static final String NOTE = "userTask_WriteHandOverNote";
  public static final String PLAN = "userTask_PlanHandOver";
  public static final String HOUR = "intermediateCatchEvent_HourCame";

  private static final Pattern PROCESS = Pattern.compile(KEY);

  private final SuccessionService service;
  private final SuccessionReading successions;
  private final TrainingLife life;
  private final TestPeople people;
  private final Appointments appointments;
  private final TaskInbox inbox;
  private final ManagementService management;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Departures(
      SuccessionService service,
      SuccessionReading successions,
      TrainingLife life,
      TestPeople people,
      Appointments appointments,
      TaskInbox inbox,
      ManagementService management,
      TransactionTemplate transaction,
      Clock clock) {
    this.service = service;
    this.successions = successions;
    this.life = life;
    this.people = people;
    this.appointments = appointments;
    this.inbox = inbox;
    this.management = management;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A new focal point of the body. */
  public Person focalPoint(Body body, Track track, Seat seat) {
    Person person = people.person(body.slug());
    transaction.executeWithoutResult(
        status ->
            appointments.appoint(
                new NewAppointment(
                    person.id(),
                    body.id(),
                    Function.FOCAL_POINT,
                    track,
                    seat,
                    today(),
                    null,
                    null)));
    return person;
  }

  /** In ten days, at five in the afternoon. */
  public LocalDateTime inTenDays() {
    return today().plusDays(10).atTime(17, 0);
  }

  /** Somebody lets the person go in ten days, from everything. */
  public long planned(Person person, Person by, Map<String, Long> choices) {
    return begin(
        new Departure(
            person.id(),
            Set.of(),
            person.id() == by.id() ? EndReason.RESIGNED : EndReason.DISMISSED,
            null,
            null,
            false,
            inTenDays(),
            choices),
        by);
  }

  public long begin(Departure stated, Person by) {
    long id = service.begin(stated, life.signedIn(by));
    runJobs();
    return id;
  }

  /** The person is dismissed now, and everything has changed hands; a later departure is off. */
  public long dismissed(Person person, Person by) {
    successions.openOf(person.id()).ifPresent(open -> service.cancel(open.id(), life.signedIn(by)));
    return begin(
        new Departure(person.id(), Set.of(), EndReason.DISMISSED, null, null, true, null, Map.of()),
        by);
  }

  /** The hour comes. */
  public void hourComes(long id) {
    life.fire(KEY, id, HOUR);
    runJobs();
  }

  public Optional<OpenTask> task(long id, String key) {
    return inbox.openTasks(KEY, List.of(String.valueOf(id))).stream()
        .filter(task -> task.key().equals(key))
        .findFirst();
  }

  /** Takes the task on and answers it. */
  public void answer(long id, String key, Person by, Map<String, Object> values) {
    OpenTask task = task(id, key).orElseThrow();
    inbox.claim(task.id(), by.username());
    inbox.complete(task.id(), by.username(), values);
    runJobs();
  }

  /** Runs what successions left to the background; timers wait. */
  public void runJobs() {
    for (List<Job> due = messages(); !due.isEmpty(); due = messages()) {
      due.forEach(job -> management.executeJob(job.getId()));
    }
  }

  private List<Job> messages() {
    return management.createJobQuery().messages().withRetriesLeft().list().stream()
        .filter(job -> PROCESS.matcher(job.getProcessDefinitionKey()).matches())
        .toList();
  }

  /** The person exercises nothing any more. */
  public void assertGone(Person person) {
    assertThat(appointments.ofPerson(person.id(), today())).isEmpty();
  }

  public List<Appointment> appointments(Person person) {
    return appointments.ofPerson(person.id(), today());
  }

  public LocalDate today() {
    return SaoPaulo.today(clock);
  }
}
