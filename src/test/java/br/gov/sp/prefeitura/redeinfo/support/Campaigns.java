package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.outreach.Audience;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Measure;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Wave;
import br.gov.sp.prefeitura.redeinfo.outreach.Contacts;
import br.gov.sp.prefeitura.redeinfo.outreach.Contacts.ContactDetails;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignDesk;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignQueries;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Campaigns and contacts, made and brought forward for tests; each among the people of a body. */
@TestComponent
public class Campaigns {

  public static final String KEY = "outreach-campaign";
  public static final String APPROVE = "userTask_ApproveCampaign";
  public static final String REVISE = "userTask_ReviseCampaign";

  private final CampaignDesk desk;
  private final CampaignQueries queries;
  private final Contacts contacts;
  private final TrainingLife life;
  private final TestPeople people;
  private final TestBodies bodies;
  private final TaskInbox inbox;
  private final ManagementService management;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Campaigns(
      CampaignDesk desk,
      CampaignQueries queries,
      Contacts contacts,
      TrainingLife life,
      TestPeople people,
      TestBodies bodies,
      TaskInbox inbox,
      ManagementService management,
      TransactionTemplate transaction,
      Clock clock) {
    this.desk = desk;
    this.queries = queries;
    this.contacts = contacts;
    this.life = life;
    this.people = people;
    this.bodies = bodies;
    this.inbox = inbox;
    this.management = management;
    this.transaction = transaction;
    this.clock = clock;
  }

  public LocalDate today() {
    return SaoPaulo.today(clock);
  }

  public Body body() {
    return bodies.make();
  }

  /** A campaign that breaks no rule, as a form sends it. */
  public Map<String, String> typed() {
    return Map.of(
        "title", "Campanha digitada",
        "version", "1",
        "subject", "Venha",
        "message", "Um convite para {name}.",
        "audiences", "CONTACTS",
        "chosenBodies", "true",
        "bodies", String.valueOf(body().id()),
        "waves[0].day", today().plusDays(1).toString(),
        "waves[0].measure", "REST",
        "closesOn", today().plusDays(30).toString());
  }

  /** A draft that breaks no rule. */
  public long draft() {
    return desk.write(plan(body(), rest()), life.signedIn(coordinator()));
  }

  /** Approved by somebody else than who wrote it; the first wave waits for its day. */
  public long running(CampaignPlan plan) {
    return approved(plan, coordinator(), coordinator());
  }

  private Person coordinator() {
    return people.withFunction(Function.COORDINATION, "seri");
  }

  /** So many contacts of the body; their addresses. */
  public List<String> contacts(Body body, int number) {
    List<ContactDetails> listed = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      listed.add(
          new ContactDetails(
              "Contato Inventado " + i,
              "contato%d@%s.prefeitura.sp.gov.br".formatted(i, body.slug()),
              body.id(),
              "Rede INFO 2012"));
    }
    transaction.executeWithoutResult(status -> contacts.saveAll(listed));
    return listed.stream().map(ContactDetails::email).toList();
  }

  /** Contacts of the body in these waves, the first tomorrow, each a week after the one before. */
  public CampaignPlan plan(Body body, Wave... waves) {
    return plan(body, Set.of(Audience.CONTACTS), waves);
  }

  public CampaignPlan plan(Body body, Set<Audience> audiences, Wave... waves) {
    return new CampaignPlan(
        "Campanha inventada",
        "{name}, a rede espera por você",
        "A rede reúne servidores de toda a cidade.\n\nEm {body} também.",
        audiences,
        Set.of(body.id()),
        List.of(waves),
        today().plusDays(60));
  }

  public Wave wave(int number, Measure measure, Integer amount) {
    return new Wave(today().plusDays(1 + 7L * (number - 1)), measure, amount);
  }

  public Wave rest() {
    return wave(1, Measure.REST, null);
  }

  /** Written and handed in; waits for approval. */
  public long submitted(CampaignPlan plan, Person by) {
    long id = desk.write(plan, life.signedIn(by));
    desk.submit(id, life.signedIn(by));
    runJobs(id);
    return id;
  }

  /** Approved; the first wave waits for its day. */
  public long approved(CampaignPlan plan, Person by, Person approver) {
    long id = submitted(plan, by);
    answer(id, APPROVE, approver, Map.of("decision", "approve"));
    return id;
  }

  /** The next wave's day comes; all its letters are written. */
  public void waveDay(long id) {
    life.fireOnly(KEY, id, "intermediateCatchEvent_WaveDay");
    runJobs(id);
  }

  public void lastDay(long id) {
    life.fireOnly(KEY, id, "intermediateCatchEvent_LastDay");
    runJobs(id);
  }

  /** Somebody takes the task on and answers it. */
  public void answer(long id, String taskKey, Person by, Map<String, Object> values) {
    OpenTask task = task(id, taskKey);
    inbox.claim(task.id(), by.username());
    inbox.complete(task.id(), by.username(), values);
    runJobs(id);
  }

  public OpenTask task(long id, String taskKey) {
    return inbox.openTasks(KEY, List.of(String.valueOf(id))).stream()
        .filter(task -> task.key().equals(taskKey))
        .findFirst()
        .orElseThrow();
  }

  public Campaign get(long id) {
    return queries.get(id);
  }

  /** Runs what the campaign left to the background, until nothing is left; timers wait. */
  public void runJobs(long id) {
    for (List<Job> due = jobs(id); !due.isEmpty(); due = jobs(id)) {
      management.executeJob(due.get(0).getId());
    }
  }

  /** One job of those. */
  public void step(long id) {
    management.executeJob(jobs(id).get(0).getId());
  }

  /** What the campaign left to the background. */
  public List<Job> jobs(long id) {
    ProcessInstance instance = life.instance(KEY, id);
    return instance == null
        ? List.of()
        : management
            .createJobQuery()
            .processInstanceId(instance.getId())
            .messages()
            .withRetriesLeft()
            .list();
  }
}
