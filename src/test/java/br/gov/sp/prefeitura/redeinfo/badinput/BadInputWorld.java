package br.gov.sp.prefeitura.redeinfo.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who;
import br.gov.sp.prefeitura.redeinfo.certificate.CertificateLife;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates;
import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.DraftService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence.Purpose;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.EvidenceService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.NewEvidence;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.AttendanceLife;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.Campaigns;
import br.gov.sp.prefeitura.redeinfo.support.ConfirmationLife;
import br.gov.sp.prefeitura.redeinfo.support.Departures;
import br.gov.sp.prefeitura.redeinfo.support.EnrollmentLife;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.MinutesLife;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.training.EditionAudience;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sends bad input, and what it is about. */
final class BadInputWorld {

  /**
   * Written by the act of asking itself: guesses that are counted, browsers that are known, when a
   * session was used last.
   */
  private static final List<String> TRACES = List.of("attempt", "known_device", "web_session");

  /** A refused sign-in changes nothing but goes on record. */
  private static final String NO_GUESSES =
      "WHERE action NOT IN ('account.sign-in-refused', 'account.sign-in-throttled')";

  private final JdbcClient jdbc;
  private final TestPeople people;
  private final Map<Who, Visitor> visitors = new EnumMap<>(Who.class);
  private final Map<String, String> names = new HashMap<>();
  private final String fingerprintSql;
  private String fingerprint;

  BadInputWorld(ApplicationContext context) {
    jdbc = context.getBean(JdbcClient.class);
    people = context.getBean(TestPeople.class);
    Person office = people.withFunction(Function.OFFICE, "svma");
    names.put("office.username", office.username());
    names.put("office.email", office.email());
    names.put(
        "certificate",
        new CertificateLife(
                context.getBean(Certificates.class), context.getBean(TransactionTemplate.class))
            .issue(office)
            .code());
    names.put("office.id", String.valueOf(office.id()));
    names.put("stranger", String.valueOf(people.stranger("svma").id()));
    LocalDate today = SaoPaulo.today(context.getBean(Clock.class));
    names.put("today", today.toString());
    names.put("todayTyped", SaoPaulo.DAY.format(today));
    names.put("next.month", today.plusMonths(1).toString());
    names.put("tomorrow", today.plusDays(1).toString());
    names.put(
        "appointment",
        String.valueOf(
            context.getBean(Appointments.class).ofPerson(office.id(), today).get(0).id()));
    visitors.put(Who.OFFICE, people.signIn(office));
    enroll(context, office);
    names.put("filter", new TasklistClient(visitor(Who.OFFICE)).lists().get(0));
    Person head = people.withFunction(Function.HEAD, "svma");
    visitors.put(Who.HEAD, people.signIn(head));
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    visitors.put(Who.COORDINATION, people.signIn(coordinator));
    Person administrator = people.withFunction(Function.ADMINISTRATOR, "seri");
    visitors.put(Who.ADMINISTRATOR, people.signIn(administrator));
    names.put(
        "administration",
        column("SELECT id FROM appointment WHERE person_id = " + administrator.id()));
    visitors.put(Who.AUDITOR, people.signIn(people.withFunction(Function.AUDITOR, "seri")));
    names.put("volunteer", "" + people.withFunction(Function.VOLUNTEER, "svma").id());
    names.put(
        "succession",
        ""
            + context
                .getBean(Departures.class)
                .planned(people.withFunction(Function.VOLUNTEER, "svma"), head, Map.of()));
    context.getBean(ConfirmationLife.class).monthHasItsRound();
    names.put("campaign", String.valueOf(context.getBean(Campaigns.class).draft()));
    names.putAll(context.getBean(MeetingWorld.class).toAskFor());
    names.putAll(context.getBean(MinutesLife.class).toAskFor());
    names.put(
        "bodyTraining",
        String.valueOf(
            context.getBean(BodyTrainings.class).announce(bodyOf(context, office), office)));
    names.put(
        "proposal",
        String.valueOf(
            context
                .getBean(DraftService.class)
                .begin(
                    office.bodyId(),
                    "Rascunho ruim",
                    context.getBean(PilotLife.class).signedIn(office))));
    runPilot(context, new Team(bodyOf(context, office), head, office, office, coordinator));
    addEvidence(context, office);
    invite(context);
    bringTasks(context.getBean(NominationLife.class), office, head, coordinator);
    AttendanceLife attendance = context.getBean(AttendanceLife.class);
    names.put("event", String.valueOf(attendance.event(List.of(office))));
    names.put("sheet.complete", String.valueOf(attendance.completed(List.of(office))));
    planEditions(context.getBean(TrainingLife.class));
    fingerprintSql = fingerprintSql();
  }

  /** A draft of the office's body with a link as evidence. */
  private void addEvidence(ApplicationContext context, Person office) {
    SignedIn by = context.getBean(PilotLife.class).signedIn(office);
    long pilot =
        context.getBean(DraftService.class).begin(office.bodyId(), "Projeto com provas", by);
    names.put("evidence.pilot", String.valueOf(pilot));
    names.put(
        "evidence",
        String.valueOf(
            context
                .getBean(EvidenceService.class)
                .addLink(
                    pilot,
                    new NewEvidence(Purpose.PROPOSAL, "Mapa", false),
                    "https://example.org/mapa",
                    by)));
  }

  /** One nomination at each step, its task taken by the person whose turn it is. */
  private void bringTasks(NominationLife life, Person office, Person head, Person coordinator) {
    List<Body> bodies = Stream.generate(life::body).limit(6).toList();
    bodies.subList(0, 5).forEach(body -> life.appoint(office, Function.OFFICE, body));
    bodies.subList(2, 5).forEach(body -> life.appoint(head, Function.HEAD, body));
    life.appoint(office, Function.OFFICE, bodies.get(5));
    Map<Long, Long> nominations = life.open(coordinator, bodies);
    List<Long> ids = bodies.stream().map(body -> nominations.get(body.id())).toList();

    List<String> steps = List.of("indicate", "accept", "approve", "validate", "publish");
    steps.forEach(step -> names.put("nomination." + step, "" + ids.get(steps.indexOf(step))));
    names.put("round", column("SELECT round_id FROM nomination WHERE id = " + ids.get(0)));
    names.put("asked.body", String.valueOf(bodies.get(0).id()));
    names.put("guest", column("SELECT min(id) FROM body WHERE kind = 'LEGISLATIVO'"));
    names.put("domain", bodies.get(0).mailDomains().get(0));
    take(ids.get(0), NominationLife.INDICATE, "indicate", Who.OFFICE);
    names.put("unclaimed", task(ids.get(5), NominationLife.INDICATE, Who.OFFICE));

    List<List<Person>> nominees = new ArrayList<>(Collections.nCopies(5, null));
    for (int i = 1; i < 5; i++) {
      nominees.set(i, life.indicate(ids.get(i), bodies.get(i), visitor(Who.OFFICE)));
    }
    visitors.put(Who.NOMINEE, people.signIn(nominees.get(1).get(0)));
    names.put("accept", task(ids.get(1), NominationLife.ACCEPT, Who.NOMINEE));
    for (int i = 2; i < 5; i++) {
      life.accept(ids.get(i), nominees.get(i));
    }
    take(ids.get(2), NominationLife.APPROVE, "approve", Who.HEAD);
    for (int i = 3; i < 5; i++) {
      life.approve(ids.get(i), visitor(Who.HEAD));
    }
    take(ids.get(3), NominationLife.VALIDATE, "validate", Who.COORDINATION);
    life.validate(ids.get(4), visitor(Who.COORDINATION));
    take(ids.get(4), NominationLife.PUBLISH, "publish", Who.COORDINATION);
  }

  /** A running pilot whose report is being written. */
  private void runPilot(ApplicationContext context, Team team) {
    PilotExecution execution = context.getBean(PilotExecution.class);
    long pilot = execution.running(team);
    execution.reportDue(pilot);
    names.put("pilot.running", String.valueOf(pilot));
    names.put(
        "pilot.milestone", column("SELECT min(id) FROM pilot_milestone WHERE pilot_id = " + pilot));
  }

  private static Body bodyOf(ApplicationContext context, Person person) {
    return context.getBean(Bodies.class).get(person.bodyId());
  }

  /** A draft, and a published edition with two sessions. */
  private void planEditions(TrainingLife trainings) {
    names.put("draft", String.valueOf(trainings.planned(trainings.draft())));
    long published = trainings.published(trainings.draft().sessions(2));
    names.put("edition", String.valueOf(published));
    names.put("edition.session", String.valueOf(trainings.sessions(published).get(0)));
  }

  private String column(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  /** An edition that is not for the office, and another in which the office's person has a seat. */
  private void enroll(ApplicationContext context, Person office) {
    TrainingLife trainings = context.getBean(TrainingLife.class);
    names.put(
        "network.edition",
        "" + trainings.enrolling(trainings.draft().audience(EditionAudience.NETWORK)));
    long edition = trainings.enrolling(trainings.draft());
    names.put("enrollment", "" + context.getBean(EnrollmentLife.class).enroll(edition, office));
  }

  private String task(long nomination, String taskKey, Who who) {
    return new TasklistClient(visitor(who)).task(String.valueOf(nomination), taskKey).id();
  }

  private void take(long nomination, String taskKey, String name, Who who) {
    String task = task(nomination, taskKey, who);
    assertThat(new TasklistClient(visitor(who)).claim(task).statusCode()).isEqualTo(204);
    names.put(name, task);
  }

  /** Somebody who is about to choose their first password. */
  private void invite(ApplicationContext context) {
    Person invited = people.stranger("svma");
    context
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> context.getBean(Accounts.class).invite(invited.id(), invited.username()));
    names.put("invited.username", invited.username());
    names.put("link", context.getBean(TestMailbox.class).one(invited, "acesso").path());
  }

  Map<String, String> names() {
    return names;
  }

  /** Nobody starts afresh each time. */
  Visitor visitor(Who who) {
    return who == Who.NOBODY ? people.visitor() : visitors.get(who);
  }

  /** What was stored when it was last looked at: after the case before, as nobody else writes. */
  String lastFingerprint() {
    return fingerprint == null ? fingerprint() : fingerprint;
  }

  /**
   * Changes when anything that is stored changes: every row carries the transaction that wrote it
   * (xmin), which is quicker to add up than what it holds.
   */
  String fingerprint() {
    fingerprint = jdbc.sql(fingerprintSql).query(String.class).single();
    return fingerprint;
  }

  private String fingerprintSql() {
    List<String> tables =
        jdbc.sql(
                """
                SELECT table_name FROM information_schema.tables
                 WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                   AND table_name NOT LIKE 'act_ge_%' AND table_name NOT LIKE 'databasechangelog%'
                 ORDER BY table_name
                """)
            .query(String.class)
            .list();
    tables.removeAll(TRACES);
    return String.join(
            "\nUNION ALL\n",
            tables.stream()
                .map(
                    table ->
                        "SELECT '%1$s', count(*), sum(xmin::text::bigint) FROM %1$s %2$s"
                            .formatted(table, table.equals("audit_entry") ? NO_GUESSES : ""))
                .toList()
                .toArray(String[]::new))
        .transform(
            union -> "SELECT string_agg(x::text, ';' ORDER BY x::text) FROM (" + union + ") x");
  }
}
