package br.gov.sp.prefeitura.redeinfo.routes;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.certificate.CertificateLife;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.AttendanceLife;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.Campaigns;
import br.gov.sp.prefeitura.redeinfo.support.ConfirmationLife;
import br.gov.sp.prefeitura.redeinfo.support.Departures;
import br.gov.sp.prefeitura.redeinfo.support.Enlistments;
import br.gov.sp.prefeitura.redeinfo.support.EnrollmentLife;
import br.gov.sp.prefeitura.redeinfo.support.FollowUps;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.MinutesLife;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.training.EditionAudience;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two bodies with people in every function and a nomination under way in each, and the rest of the
 * roles. Body A is three bodies with the same people, so that a task waits at each step.
 */
final class RouteWorld {

  private final TestPeople people;
  private final NominationLife life;
  private final TaskService tasks;
  private final Map<Role, Person> persons = new EnumMap<>(Role.class);
  private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
  private final Map<String, String> things = new LinkedHashMap<>();
  private final Map<String, String> assignees = new LinkedHashMap<>();
  private final List<String> secretsOfA = new ArrayList<>();
  private final List<String> secretsOfB = new ArrayList<>();

  RouteWorld(ApplicationContext context) {
    people = context.getBean(TestPeople.class);
    life = context.getBean(NominationLife.class);
    tasks = context.getBean(TaskService.class);
    List<Body> a = Stream.generate(life::body).limit(3).toList();
    Body b = life.body();
    appoint(Role.MEMBER_A, Function.VOLUNTEER, a);
    appoint(Role.OFFICE_A, Function.OFFICE, a);
    appoint(Role.HEAD_A, Function.HEAD, a);
    appoint(Role.MEMBER_B, Function.VOLUNTEER, List.of(b));
    appoint(Role.OFFICE_B, Function.OFFICE, List.of(b));
    appoint(Role.HEAD_B, Function.HEAD, List.of(b));
    appoint(Role.COORDINATION, Function.COORDINATION, List.of(b));
    appoint(Role.CIGA, Function.CIGA, List.of(b));
    appoint(Role.EMASP, Function.EMASP, List.of(b));
    appoint(Role.AUDITOR, Function.AUDITOR, List.of(b));
    appoint(Role.ADMINISTRATOR, Function.ADMINISTRATOR, List.of(b));
    signIn(Role.PLAIN, people.person("cgm"));
    announceTraining(context, a.get(2));
    enlist(context, a.get(0));
    writeCampaign(context.getBean(Campaigns.class), context.getBean(JdbcClient.class));
    things.put("succession", departure(context, a.get(2)));
    things.putAll(context.getBean(MeetingWorld.class).toAskFor());
    things.putAll(context.getBean(MinutesLife.class).toAskFor());
    context.getBean(ConfirmationLife.class).monthHasItsRound();
    nominate(a, b);
    name(context, a.get(2));
    plan(context.getBean(TrainingLife.class));
    enroll(context.getBean(TrainingLife.class), context.getBean(EnrollmentLife.class));
    addPilots(context, a.get(0));
    StatuteLife statute = context.getBean(StatuteLife.class);
    things.put("statute", "" + statute.publish().number());
    int year = statute.freeYear();
    things.put("plan", "" + year);
    things.put("target", "" + statute.publishedPlan(year));
    openFollowUp(context, a.get(0));
  }

  /** One of body A for which its member answers. */
  private void openFollowUp(ApplicationContext context, Body body) {
    things.put(
        "followUp",
        String.valueOf(
            context
                .getBean(FollowUps.class)
                .open(body, persons.get(Role.MEMBER_A), persons.get(Role.COORDINATION))));
  }

  /** Body A's: a draft, one in vote and one approved. */
  private void addPilots(ApplicationContext context, Body body) {
    Team team =
        new Team(
            body,
            persons.get(Role.HEAD_A),
            persons.get(Role.OFFICE_A),
            persons.get(Role.MEMBER_A),
            persons.get(Role.COORDINATION));
    things.putAll(new RoutePilots(context, team, persons.get(Role.CIGA), null).things());
    Stream.of(RoutePilots.Secret.values()).map(RoutePilots.Secret::word).forEach(secretsOfA::add);
  }

  /** Somebody of body A asks to join, and its member is a volunteer. */
  private void enlist(ApplicationContext context, Body body) {
    Enlistments enlistments = context.getBean(Enlistments.class);
    things.put("enlistment", "" + enlistments.enlist(enlistments.applicant(body)));
    things.put(
        "volunteer",
        context
            .getBean(JdbcClient.class)
            .sql("SELECT min(id) FROM appointment WHERE person_id = ? AND function = 'VOLUNTEER'")
            .param(persons.get(Role.MEMBER_A).id())
            .query(String.class)
            .single());
  }

  /** One that body A announced, with the names of its people. */
  private void announceTraining(ApplicationContext context, Body body) {
    BodyTrainings trainings = context.getBean(BodyTrainings.class);
    things.put(
        "bodyTraining", String.valueOf(trainings.announce(body, persons.get(Role.MEMBER_A))));
  }

  /** A draft among contacts of no body of these. */
  private void writeCampaign(Campaigns campaigns, JdbcClient jdbc) {
    things.put("campaign", String.valueOf(campaigns.draft()));
    String address = campaigns.contacts(campaigns.body(), 1).get(0);
    things.put(
        "contact",
        jdbc.sql("SELECT id FROM contact WHERE email = :email")
            .param("email", address)
            .query(String.class)
            .single());
  }

  /** A volunteer of body A is let go by its head, in ten days. */
  private String departure(ApplicationContext context, Body body) {
    Person leaver = people.withFunction(Function.VOLUNTEER, body.slug());
    things.put("leaver", String.valueOf(people.withFunction(Function.VOLUNTEER, body.slug()).id()));
    return String.valueOf(
        context.getBean(Departures.class).planned(leaver, persons.get(Role.HEAD_A), Map.of()));
  }

  private void appoint(Role role, Function function, List<Body> bodies) {
    Person person = people.withFunction(function, bodies.get(0).slug());
    bodies.stream().skip(1).forEach(body -> life.appoint(person, function, body));
    signIn(role, person);
  }

  private void signIn(Role role, Person person) {
    persons.put(role, person);
    visitors.put(role, people.signIn(person));
  }

  /** Indication open, acceptance open, approval taken on; and an acceptance open in body B. */
  private void nominate(List<Body> a, Body b) {
    List<Body> asked = Stream.concat(a.stream(), Stream.of(b)).toList();
    Map<Long, Long> nominations = life.open(persons.get(Role.COORDINATION), asked);
    long indicating = nominations.get(a.get(0).id());
    long accepting = nominations.get(a.get(1).id());
    long approving = nominations.get(a.get(2).id());
    long foreign = nominations.get(b.id());

    List<Person> accepted = life.indicate(accepting, a.get(1), visitors.get(Role.OFFICE_A));
    List<Person> approved = life.indicate(approving, a.get(2), visitors.get(Role.OFFICE_A));
    List<Person> others = life.indicate(foreign, b, visitors.get(Role.OFFICE_B));
    signIn(Role.NOMINEE_A, accepted.get(0));
    signIn(Role.NOMINEE_B, others.get(0));
    life.accept(approving, approved);
    Stream.of(accepted, approved).flatMap(List::stream).forEach(p -> keep(secretsOfA, p));
    others.forEach(person -> keep(secretsOfB, person));

    task("indicate", indicating, NominationLife.INDICATE, Role.OFFICE_A);
    task("accept", accepting, NominationLife.ACCEPT, Role.NOMINEE_A);
    task("approve", approving, NominationLife.APPROVE, Role.HEAD_A);
    TasklistClient head = new TasklistClient(visitors.get(Role.HEAD_A));
    assertThat(head.claim(things.get("approve")).statusCode()).isEqualTo(204);
    comment("indicate", Role.OFFICE_A);
    comment("approve", Role.HEAD_A);
    things.put("nomination", String.valueOf(approving));
    List.of("indicate", "accept", "approve")
        .forEach(name -> assignees.put(things.get(name), find(name).getAssignee()));
    assignees.keySet().forEach(secretsOfA::add);
    List.of("indicate", "accept", "approve")
        .forEach(name -> secretsOfA.add(find(name).getProcessInstanceId()));
  }

  /** An edition for the network that takes enrolments, and a seat of member A in another one. */
  private void enroll(TrainingLife trainings, EnrollmentLife enrollments) {
    things.put(
        "network", "" + trainings.enrolling(trainings.draft().audience(EditionAudience.NETWORK)));
    long edition = trainings.enrolling(trainings.draft());
    things.put("enrollment", "" + enrollments.enroll(edition, persons.get(Role.MEMBER_A)));
  }

  private static void keep(List<String> secrets, Person person) {
    secrets.add(person.email());
    secrets.add(person.name());
  }

  private void task(String name, long nomination, String key, Role role) {
    String businessKey = String.valueOf(nomination);
    things.put(name, new TasklistClient(visitors.get(role)).task(businessKey, key).id());
  }

  private void comment(String task, Role role) {
    String secret = "Sigiloso sobre " + things.get(task);
    visitors
        .get(role)
        .postJson(
            "/camunda/api/engine/engine/default/task/" + things.get(task) + "/comment/create",
            "{\"message\":\"" + secret + "\"}");
    secretsOfA.add(secret);
    things.put("comment", tasks.getTaskComments(things.get(task)).get(0).getId());
  }

  private Task find(String name) {
    return tasks.createTaskQuery().taskId(things.get(name)).singleResult();
  }

  private void name(ApplicationContext context, Body body) {
    JdbcClient jdbc = context.getBean(JdbcClient.class);
    Task approve = find("approve");
    things.put("instance", approve.getProcessInstanceId());
    things.put("execution", approve.getExecutionId());
    things.put("definition", approve.getProcessDefinitionId());
    things.put(
        "variable",
        context
            .getBean(HistoryService.class)
            .createHistoricVariableInstanceQuery()
            .processInstanceId(approve.getProcessInstanceId())
            .listPage(0, 1)
            .get(0)
            .getId());
    FilterService filters = context.getBean(FilterService.class);
    things.put(
        "everything",
        filters.createFilterQuery().filterName("Todas (coordenação)").singleResult().getId());
    things.put(
        "mine", filters.createFilterQuery().filterName("Minhas tarefas").singleResult().getId());
    Person attending = persons.get(Role.MEMBER_A);
    things.put(
        "event", String.valueOf(context.getBean(AttendanceLife.class).event(List.of(attending))));
    things.put("attending", String.valueOf(attending.id()));
    things.put("body", body.slug());
    things.put(
        "certificate",
        new CertificateLife(
                context.getBean(Certificates.class), context.getBean(TransactionTemplate.class))
            .issue(persons.get(Role.MEMBER_A))
            .code());
    Person office = persons.get(Role.OFFICE_A);
    things.put("office", office.username());
    things.put("head", persons.get(Role.HEAD_A).username());
    things.put(
        "appointment",
        context
            .getBean(Appointments.class)
            .ofPerson(office.id(), SaoPaulo.today(context.getBean(Clock.class)))
            .stream()
            .filter(appointment -> body.id() == appointment.bodyId())
            .map(appointment -> String.valueOf(appointment.id()))
            .findFirst()
            .orElseThrow());
    things.put(
        "round",
        jdbc.sql("SELECT round_id FROM nomination WHERE id = :id")
            .param("id", Long.valueOf(things.get("nomination")))
            .query(String.class)
            .single());
    things.put(
        "mail",
        jdbc.sql("SELECT max(id) FROM notice WHERE recipient_id = :id")
            .param("id", office.id())
            .query(String.class)
            .single());
  }

  /** An edition that the school validates, one that it does not, both published. */
  private void plan(TrainingLife trainings) {
    long edition = trainings.published(trainings.draft().sessions(2).certificate(true));
    things.put("edition", String.valueOf(edition));
    things.put("session", String.valueOf(trainings.sessions(edition).get(0)));
    things.put("workshop", String.valueOf(trainings.published(trainings.draft())));
  }

  Visitor visitor(Role role) {
    return role == Role.NOBODY ? people.visitor() : visitors.get(role);
  }

  /** Somebody of this role in a browser of their own, whose session may end. */
  Visitor freshVisitor(Role role) {
    return role == Role.NOBODY ? people.visitor() : people.signIn(persons.get(role));
  }

  /** Puts the ids of this world for names in braces; {@code {me}} is who asks. */
  String fill(String text, Role role) {
    String filled = text;
    for (Map.Entry<String, String> thing : things.entrySet()) {
      filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
    }
    return persons.containsKey(role)
        ? filled.replace("{me}", persons.get(role).username())
        : filled.replace("{me}", "nobody");
  }

  /** Whether an answer names what is body A's and neither the role's own nor in the request. */
  boolean namesBodyA(String text, Role role, String request) {
    return names(secretsOfA, text, role, request);
  }

  boolean namesBodyB(String text, Role role, String request) {
    return names(secretsOfB, text, role, request);
  }

  private boolean names(List<String> secrets, String text, Role role, String request) {
    Person asking = persons.get(role);
    return secrets.stream()
        .filter(secret -> !request.contains(secret))
        .filter(
            secret -> asking == null || !List.of(asking.name(), asking.email()).contains(secret))
        .anyMatch(secret -> stands(secret, text));
  }

  /** "Pessoa Inventada 1" does not stand in "Pessoa Inventada 12". */
  private static boolean stands(String secret, String text) {
    return Pattern.compile(Pattern.quote(secret) + "(?!\\d)").matcher(text).find();
  }

  /** Undoes what an allowed request did to the tasks. */
  void restore() {
    assignees.forEach(
        (task, assignee) -> {
          Task now = tasks.createTaskQuery().taskId(task).singleResult();
          if (!Objects.equals(now.getAssignee(), assignee)) {
            tasks.setAssignee(task, assignee);
          }
        });
  }
}
