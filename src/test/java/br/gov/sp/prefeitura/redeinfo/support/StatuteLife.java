package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceRequests;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Draft;
import br.gov.sp.prefeitura.redeinfo.statute.domain.PlanDesk;
import br.gov.sp.prefeitura.redeinfo.statute.domain.PlanQueries;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Publication;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteDesk;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteVersion;
import br.gov.sp.prefeitura.redeinfo.statute.domain.TypedTarget;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Versions of the statute for tests. The version in force is everybody's: who publishes one changes
 * it for the tests that follow.
 */
@TestComponent
public class StatuteLife {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  public static final String KEY = "statute-acceptance";

  private final StatuteDesk desk;
  private final PlanDesk planDesk;
  private final PlanQueries plans;
  private final AcceptanceRequests requests;
  private final TestPeople people;
  private final TrainingLife life;
  private final TaskInbox inbox;
  private final ManagementService management;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Clock clock;

  StatuteLife(
      StatuteDesk desk,
      PlanDesk planDesk,
      PlanQueries plans,
      AcceptanceRequests requests,
      TestPeople people,
      TrainingLife life,
      TaskInbox inbox,
      ManagementService management,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      Clock clock) {
    this.desk = desk;
    this.planDesk = planDesk;
    this.plans = plans;
    this.requests = requests;
    this.people = people;
    this.life = life;
    this.inbox = inbox;
    this.management = management;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A new version with a text of its own, in force from now on. */
  public StatuteVersion publish() {
    return publishFor(text());
  }

  /** A text that no other version has. */
  public StatuteText text() {
    return new StatuteText(
        "Princípios inventados " + COUNTER.incrementAndGet() + ".\n\nSegundo parágrafo.",
        "Papéis inventados.",
        "Deveres inventados.",
        "Atividades inventadas.");
  }

  /** The same with this text. */
  public StatuteVersion publish(StatuteText text) {
    return publishFor(text);
  }

  /** A new version that these members are asked to accept; their tasks are open. */
  public StatuteVersion publishFor(Person... members) {
    return publishFor(text(), members);
  }

  /** The same with this text. */
  public StatuteVersion publishFor(StatuteText text, Person... members) {
    StatuteVersion version = transaction.execute(status -> publishOnly(text, members));
    requests.startAll();
    runJobs();
    return version;
  }

  /** Likewise, and the tasks are not open yet; needs the caller's transaction. */
  public StatuteVersion publishOnly(Person... members) {
    return publishOnly(text(), members);
  }

  /** A year of which nobody has planned anything yet. */
  public int freeYear() {
    List<Integer> taken = plans.years(true);
    return IntStream.rangeClosed(2030, 2100)
        .filter(year -> !taken.contains(year))
        .findFirst()
        .orElseThrow();
  }

  /** Begins a plan with one target by hand; the target's id. */
  public long plan(int year) {
    SignedIn coordinator = life.signedIn(people.withFunction(Function.COORDINATION, "cgm"));
    planDesk.begin(year, coordinator);
    return planDesk.add(
        year,
        new TypedTarget(
            "Meta inventada",
            null,
            1,
            2,
            LocalDate.of(year, 1, 1),
            LocalDate.of(year, 12, 31),
            null,
            null,
            null),
        coordinator);
  }

  /** The same, published. */
  public long publishedPlan(int year) {
    long target = plan(year);
    planDesk.publish(year, life.signedIn(people.withFunction(Function.COORDINATION, "cgm")));
    return target;
  }

  /** Sees to it that the year has a plan. */
  public void planOf(int year, SignedIn coordinator) {
    if (!plans.years(true).contains(year)) {
      planDesk.begin(year, coordinator);
    }
  }

  /** The revision of the draft as it is now; 0 for none. */
  public int revision() {
    return desk.draft().revision();
  }

  /** Saves a draft that could be published; its revision. */
  public int draft() {
    SignedIn coordinator = life.signedIn(people.withFunction(Function.COORDINATION, "cgm"));
    return desk.save(revision(), text(), coordinator).revision();
  }

  private StatuteVersion publishOnly(StatuteText text, Person... members) {
    SignedIn coordinator = life.signedIn(people.withFunction(Function.COORDINATION, "cgm"));
    Draft saved = desk.save(desk.draft().revision(), text, coordinator);
    StatuteVersion version = desk.publish(saved.revision(), publication(), coordinator);
    // The other members of the database are people of other tests.
    jdbc.sql(
            """
            DELETE FROM statute_request WHERE version_id = :version AND person_id <> ALL(:members)
            """)
        .param("version", version.id())
        .param("members", Stream.of(members).map(Person::id).toArray(Long[]::new))
        .update();
    return version;
  }

  /** Runs what requests left to the background; timers wait. */
  public void runJobs() {
    for (List<Job> due = messages(); !due.isEmpty(); due = messages()) {
      due.forEach(job -> management.executeJob(job.getId()));
    }
  }

  private List<Job> messages() {
    return management
        .createJobQuery()
        .processDefinitionKey(KEY)
        .messages()
        .withRetriesLeft()
        .list();
  }

  /** The time of the element has come, and what follows is done. */
  public void fire(long request, String elementId) {
    life.fireOnly(KEY, request, elementId);
    runJobs();
  }

  /** The person's request for the version. */
  public long request(StatuteVersion version, Person person) {
    return jdbc.sql(
            """
            SELECT id FROM statute_request
             WHERE version_id = :version AND person_id = :person ORDER BY id DESC LIMIT 1
            """)
        .param("version", version.id())
        .param("person", person.id())
        .query(Long.class)
        .single();
  }

  /** How the request stands: its outcome, or OPEN. */
  public String state(long request) {
    return jdbc.sql("SELECT coalesce(outcome, 'OPEN') FROM statute_request WHERE id = :id")
        .param("id", request)
        .query(String.class)
        .single();
  }

  /** The open task of the request. */
  public Optional<OpenTask> task(long request) {
    return inbox.openTasks(KEY, List.of(String.valueOf(request))).stream().findFirst();
  }

  /** The member answers their task. */
  public void answer(long request, Person member, Map<String, Object> values) {
    inbox.complete(task(request).orElseThrow().id(), member.username(), values);
    runJobs();
  }

  /** An act of today. */
  public Publication publication() {
    LocalDate today = SaoPaulo.today(clock);
    return new Publication(
        "Portaria inventada " + COUNTER.incrementAndGet(), null, today, today, null);
  }
}
