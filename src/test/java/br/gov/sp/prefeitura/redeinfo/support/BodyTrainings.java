package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingAnnouncement;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingQueries;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingService;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** Trainings that bodies give themselves, announced and brought forward for tests. */
@TestComponent
public class BodyTrainings {

  public static final String KEY = "body-training";
  public static final String REPORT = "userTask_ReportBodyTraining";
  public static final String APPROVE = "userTask_ApproveBodyTraining";

  private final TestBodies bodies;
  private final TestPeople people;
  private final TrainingLife life;
  private final BodyTrainingService service;
  private final BodyTrainingQueries queries;
  private final TaskInbox inbox;
  private final Clock clock;

  BodyTrainings(
      TestBodies bodies,
      TestPeople people,
      TrainingLife life,
      BodyTrainingService service,
      BodyTrainingQueries queries,
      TaskInbox inbox,
      Clock clock) {
    this.bodies = bodies;
    this.people = people;
    this.life = life;
    this.service = service;
    this.queries = queries;
    this.inbox = inbox;
    this.clock = clock;
  }

  public Body body() {
    return bodies.make("SECRETARIA", "RF");
  }

  public Person member(Body body) {
    return people.withFunction(Function.VOLUNTEER, body.slug());
  }

  public LocalDate today() {
    return SaoPaulo.today(clock);
  }

  /** Two hours for twenty people, in ten days. */
  public long announce(Body body, Person by) {
    return service.announce(
        new BodyTrainingAnnouncement(
            body.id(), "Treinamento inventado", today().plusDays(10), new BigDecimal("2"), 20),
        life.signedIn(by));
  }

  /** The day passes. */
  public void dayPasses(long id) {
    life.fire(KEY, id, "intermediateCatchEvent_DayOver");
  }

  /** Somebody takes the task on and answers it. */
  public void answer(long id, String taskKey, Person by, Map<String, Object> values) {
    OpenTask task = task(id, taskKey);
    inbox.claim(task.id(), by.username());
    inbox.complete(task.id(), by.username(), values);
    life.runJobs();
  }

  public OpenTask task(long id, String taskKey) {
    return inbox.openTasks(KEY, List.of(String.valueOf(id))).stream()
        .filter(task -> task.key().equals(taskKey))
        .findFirst()
        .orElseThrow();
  }

  public BodyTraining get(long id) {
    return queries.get(id);
  }

  /** What is typed to report a training that was held. */
  public static Map<String, Object> held(int people, String hours) {
    return Map.of("held", "yes", "people", people, "reportedHours", new BigDecimal(hours));
  }
}
