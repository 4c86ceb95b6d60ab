package br.gov.sp.prefeitura.redeinfo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.certificate.CertificateLife;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates;
import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDesk;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.EvidenceService;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.AttendanceLife;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.Campaigns;
import br.gov.sp.prefeitura.redeinfo.support.ConfirmationLife;
import br.gov.sp.prefeitura.redeinfo.support.Covers;
import br.gov.sp.prefeitura.redeinfo.support.Departures;
import br.gov.sp.prefeitura.redeinfo.support.EnrollmentLife;
import br.gov.sp.prefeitura.redeinfo.support.Initiatives;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.MinutesLife;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every way to write by our pages: walked here, or named with the reason why it leaves no entry. A
 * new page that writes fails the first test until somebody has decided.
 */
@IntegrationTest
@DisplayName("A page that writes")
class AuditedRoutesTest {

  /** By route, why it leaves no entry. */
  private static final Map<String, String> NOT_AUDITED =
      Map.of(
          "* /error", "shows what went wrong elsewhere",
          "POST /certificates", "looks whether a file is a certificate, and writes nothing",
          "POST /join",
              "writes a letter to an address that nobody has confirmed yet; what comes of it is",
          "POST /login/refused", "shows the form again after POST /login, which is on record",
          "POST /check-in/{event}/code", "looks a code up; the check-in itself is on record",
          "POST /attendance/{event}/import", "keeps a list aside; what it does to the sheet is",
          "POST /attendance/{event}/import/discard", "forgets what was kept aside",
          "POST /pilots/{id}/proposal", "keeps a revision with its writer; what is sent is");

  /** What the security chain answers by itself. */
  private static final Set<String> OF_THE_CHAIN = Set.of("POST /login", "POST /logout");

  private static final Pattern FINGERPRINT =
      Pattern.compile("name=\"fingerprint\" value=\"(\\w+)\"");

  private static final Pattern WORDS = Pattern.compile("\\{\\w+:([\\w-]+(?:\\|[\\w-]+)+)}");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired ApplicationContext context;
  @Autowired TestPeople people;
  @Autowired NominationLife life;
  @Autowired BodyTrainings bodyTrainings;
  @Autowired Departures departures;
  @Autowired TaskInbox inbox;
  @Autowired MeetingWorld meetings;
  @Autowired MinutesLife minutes;
  @Autowired MinutesDesk minutesDesk;
  @Autowired Initiatives initiatives;
  @Autowired TrainingLife trainings;
  @Autowired EnrollmentLife enrollments;
  @Autowired AttendanceLife attendance;
  @Autowired StatuteLife statute;
  @Autowired PilotLife pilots;
  @Autowired PilotExecution execution;
  @Autowired EvidenceService evidence;
  @Autowired Appointments appointments;
  @Autowired ConfirmationLife confirmations;
  @Autowired Campaigns campaigns;
  @Autowired Covers covers;
  @Autowired Accounts accounts;
  @Autowired Certificates certificates;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final Map<String, Walk> walks = new LinkedHashMap<>();

  @BeforeEach
  void nameTheWays() {
    walks.put("POST /login", new Walk("account.signed-in", this::signIn));
    walks.put("POST /logout", new Walk("account.signed-out", this::signOut));
    walks.put("POST /password/forgot", new Walk("account.password-link-issued", this::forgot));
    walks.put("POST /password/{secret}", new Walk("account.password-set", this::choosePassword));
    walks.put("POST /admin/outbox/{id}/retry", new Walk("notice.retried", this::retryMail));
    walks.put(
        "POST /bodies/{slug}/appointments",
        new Walk(
            "appointment.started",
            () -> appoint("/bodies/svma", Function.VOLUNTEER, Function.COORDINATION)));
    walks.put(
        "POST /network/appointments",
        new Walk(
            "appointment.started",
            () -> appoint("/network", Function.CIGA, Function.COORDINATION)));
    walks.put(
        "POST /admin/appointments",
        new Walk(
            "appointment.started",
            () -> appoint("/admin", Function.AUDITOR, Function.ADMINISTRATOR)));
    walks.put(
        "POST /bodies/{slug}/appointments/{id}/end",
        new Walk(
            "appointment.ended",
            () -> end("/bodies/svma", Function.VOLUNTEER, Function.COORDINATION)));
    walks.put(
        "POST /network/appointments/{id}/end",
        new Walk("appointment.ended", () -> end("/network", Function.CIGA, Function.COORDINATION)));
    walks.put(
        "POST /admin/appointments/{id}/end",
        new Walk(
            "appointment.ended", () -> end("/admin", Function.AUDITOR, Function.ADMINISTRATOR)));
    walks.put("POST /admin/filters/{id}/remove", new Walk("filter.deleted", this::removeFilter));
    walks.put(
        "POST /certificates/{code}/revocation",
        new Walk("certificate.revoked", this::revokeCertificate));
    walks.put("POST /calendar/feed", new Walk("calendar-feed.made", this::makeCalendarFeed));
    walks.put(
        "POST /calendar/feed/revocation",
        new Walk("calendar-feed.revoked", this::revokeCalendarFeed));
    walks.put("POST /imports", new Walk("import.sent", this::sendList));
    walks.put("POST /imports/{id}/apply", new Walk("import.applied", this::applyList));
    walks.put("POST /imports/{id}/discard", new Walk("import.discarded", this::discardList));
    walks.put("POST /rounds/new", new Walk("round.opened", this::openRound));
    walks.put("POST /rounds/{id}/reminders", new Walk("nomination.reminded", this::remindRound));
    walks.put(
        "POST /nominations/{id}/reminders",
        new Walk(
            "nomination.reminded",
            () -> coordination().post("/nominations/" + nomination() + "/reminders", Map.of())));
    walks.put(
        "POST /nominations/{id}/withdraw",
        new Walk(
            "nomination.withdrawn",
            () ->
                coordination()
                    .post("/nominations/" + nomination() + "/withdraw", Map.of("reason", "x"))));
    walks.put(
        "POST /nominations/{id}/correct",
        new Walk("nomination.correction-requested", this::correct));
    walks.put("POST /nominations/{id}/retry", new Walk("nomination.retried", this::retry));
    walks.put(
        "POST /body-trainings/new", new Walk("body-training.announced", this::announceTraining));
    walks.put(
        "POST /body-trainings/{id}/day",
        new Walk(
            "body-training.moved",
            () -> changeTraining("day", Map.of("day", "" + today().plusDays(3)))));
    walks.put(
        "POST /body-trainings/{id}/cancellation",
        new Walk(
            "body-training.cancelled",
            () -> changeTraining("cancellation", Map.of("reason", "x"))));
    walks.put("POST /successions/new", new Walk("succession.begun", this::stateDeparture));
    walks.put(
        "POST /successions/{id}/hour",
        new Walk(
            "succession.moved",
            () -> changeDeparture("hour", Map.of("leavesAt", today().plusDays(3) + "T12:00"))));
    walks.put("POST /successions/{id}/plan", new Walk("succession.planned", this::planDeparture));
    walks.put(
        "POST /successions/{id}/cancellation",
        new Walk("succession.cancelled", () -> changeDeparture("cancellation", Map.of())));
    walks.put(
        "POST /successions/orphans/task", new Walk("succession-orphan.offered", this::offerOrphan));
    walks.put("POST /successions/orphans/access", new Walk("account.disabled", this::endAccess));
    walks.put(
        "POST /confirmations", new Walk("confirmation-round.begun", this::beginConfirmations));
    walks.put("POST /privacy/run", new Walk("privacy-run.started", this::startPrivacyRun));
    walks.put("POST /cover/new", new Walk("cover.named", this::nameSubstitute));
    walks.put("POST /cover/{id}/end", new Walk("cover.ended", this::endCover));
    String sheet = "POST /attendance/{event}";
    walks.put(sheet + "/entries", new Walk("attendance.marked", () -> keep("/entries")));
    walks.put(sheet + "/rest", new Walk("attendance.rest-marked", () -> keep("/rest")));
    walks.put(sheet + "/completion", new Walk("attendance.completed", () -> keep("/completion")));
    walks.put(sheet + "/marks", new Walk("attendance.marked", this::mark));
    walks.put(sheet + "/people/{person}", new Walk("attendance.corrected", this::correctSheet));
    walks.put(sheet + "/import/apply", new Walk("attendance.imported", this::importSheet));
    walks.put("POST /check-in/{event}", new Walk("attendance.checked-in", this::checkIn));
    walks.put("POST /tasks/{id}/hand-over", new Walk("task.assigned", this::handOver));
    walks.put("POST /trainings/{id}/enrollments", new Walk("enrollment.enrolled", this::enroll));
    walks.put(
        "POST /trainings/enrollments/{id}/withdrawal",
        new Walk("enrollment.withdrawn", this::withdrawEnrollment));
    walks.putAll(new StatuteWalks(statute, people, this::begin).all());
    walks.putAll(new EditionWalks(trainings, people, management, this::begin).all());
    walks.putAll(new OutreachWalks(campaigns, people, jdbc, this::begin).all());
    walks.putAll(new MeetingWalks(meetings, people, this::begin).all());
    walks.putAll(
        new MinutesWalks(meetings, minutes, minutesDesk, initiatives, people, this::begin).all());
    walks.putAll(new PilotProposalWalks(pilots, people, this::begin).all());
    walks.putAll(new PilotEvidenceWalks(pilots, evidence, people, this::begin).all());
    walks.putAll(new VolunteerWalks(context, this::begin).all());
    walks.putAll(new PilotExecutionWalks(pilots, execution, people, this::begin).all());
  }

  @Test
  @DisplayName("has a decision whether it goes on record")
  void hasADecision() {
    Set<String> decided = new TreeSet<>(walks.keySet());
    decided.addAll(NOT_AUDITED.keySet());
    decided.removeAll(OF_THE_CHAIN);
    assertThat(writingRoutes()).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(decided);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /login",
        "POST /logout",
        "POST /password/forgot",
        "POST /password/{secret}",
        "POST /admin/outbox/{id}/retry",
        "POST /bodies/{slug}/appointments",
        "POST /network/appointments",
        "POST /bodies/{slug}/appointments/{id}/end",
        "POST /network/appointments/{id}/end",
        "POST /admin/appointments",
        "POST /admin/appointments/{id}/end",
        "POST /admin/filters/{id}/remove",
        "POST /certificates/{code}/revocation",
        "POST /calendar/feed",
        "POST /calendar/feed/revocation",
        "POST /imports",
        "POST /imports/{id}/apply",
        "POST /imports/{id}/discard",
        "POST /rounds/new",
        "POST /rounds/{id}/reminders",
        "POST /nominations/{id}/reminders",
        "POST /nominations/{id}/withdraw",
        "POST /nominations/{id}/correct",
        "POST /nominations/{id}/retry",
        "POST /body-trainings/new",
        "POST /body-trainings/{id}/day",
        "POST /body-trainings/{id}/cancellation",
        "POST /successions/new",
        "POST /successions/{id}/hour",
        "POST /successions/{id}/plan",
        "POST /successions/{id}/cancellation",
        "POST /successions/orphans/task",
        "POST /successions/orphans/access",
        "POST /confirmations",
        "POST /outreach/new",
        "POST /outreach/{id}/edit",
        "POST /outreach/{id}/submission",
        "POST /outreach/{id}/stop",
        "POST /outreach/contacts/{id}/deletion",
        "POST /opt-out/{token}",
        "POST /plan",
        "POST /plan/{year}/publication",
        "POST /plan/{year}/targets/new",
        "POST /plan/{year}/targets/{id}",
        "POST /plan/{year}/targets/{id}/removal",
        "POST /statute/draft",
        "POST /statute/draft/discard",
        "POST /statute/draft/publication",
        "POST /privacy/run",
        "POST /cover/new",
        "POST /cover/{id}/end",
        "POST /meetings/new",
        "POST /meetings/{id}/edit",
        "POST /meetings/{id}/postponement",
        "POST /meetings/{id}/cancellation",
        "POST /meetings/{id}/convocation",
        "POST /meetings/{id}/agenda",
        "POST /meetings/{id}/agenda/{item}/up",
        "POST /meetings/{id}/agenda/{item}/down",
        "POST /meetings/{id}/agenda/{item}/acceptance",
        "POST /meetings/{id}/agenda/{item}/refusal",
        "POST /meetings/{id}/agenda/{item}/edit",
        "POST /meetings/{id}/guests",
        "POST /meetings/{id}/guests/{guest}/present",
        "POST /meetings/{id}/guests/{guest}/absent",
        "POST /meetings/{id}/guests/{guest}/removal",
        "POST /meetings/{id}/minutes",
        "POST /meetings/{id}/minutes/remarks",
        "POST /meetings/{id}/minutes/remarks/{remark}/answer",
        "POST /meetings/{id}/minutes/remarks-end",
        "POST /initiatives/new",
        "POST /initiatives/{id}/edit",
        "POST /initiatives/{id}/state",
        "POST /tasks/{id}/hand-over",
        "POST /trainings/{id}/enrollments",
        "POST /trainings/enrollments/{id}/withdrawal",
        "POST /attendance/{event}/entries",
        "POST /attendance/{event}/rest",
        "POST /attendance/{event}/completion",
        "POST /attendance/{event}/marks",
        "POST /attendance/{event}/people/{person}",
        "POST /attendance/{event}/import/apply",
        "POST /check-in/{event}",
        "POST /trainings/planning/new",
        "POST /trainings/planning/{id}/edit",
        "POST /trainings/planning/{id}/discard",
        "POST /trainings/planning/{id}/publish",
        "POST /trainings/planning/{id}/enrolment-period",
        "POST /trainings/planning/{id}/trainers",
        "POST /trainings/planning/{id}/cancel",
        "POST /trainings/planning/{id}/retry",
        "POST /trainings/planning/{id}/sessions/{session}/move",
        "POST /trainings/planning/{id}/sessions/{session}/cancel",
        "POST /trainings/planning/{id}/sessions/{session}/material",
        "POST /pilots/new",
        "POST /pilots/{id}/proposal/submission",
        "POST /pilots/{id}/evidence/files",
        "POST /pilots/{id}/evidence/links",
        "POST /pilots/{id}/evidence/{evidence}/publication",
        "POST /pilots/{id}/evidence/{evidence}/removal",
        "POST /pilots/{id}/suspension",
        "POST /pilots/{id}/resumption",
        "POST /pilots/{id}/cancellation",
        "POST /pilots/{id}/presentation",
        "POST /pilots/{id}/scope-change",
        "POST /pilots/{id}/sponsor",
        "POST /pilots/{id}/report/wanted",
        "POST /pilots/{id}/report",
        "POST /pilots/{id}/report/submission",
        "POST /join/{secret}",
        "POST /join/withdrawal/{secret}",
        "POST /volunteers/{id}/end"
      })
  @DisplayName("leaves its entry when it is walked")
  void leavesItsEntry(String route) {
    Walk walk = walks.get(route);
    HttpResponse<String> answer = walk.way().get();
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
    await().untilAsserted(() -> assertThat(lastEntries()).contains(walk.action()));
  }

  @Test
  @DisplayName("is walked if it is said to be")
  void isWalked() throws Exception {
    ValueSource walked =
        getClass()
            .getDeclaredMethod("leavesItsEntry", String.class)
            .getAnnotation(ValueSource.class);
    assertThat(walked.strings()).containsExactlyInAnyOrderElementsOf(walks.keySet());
  }

  /** This test's own: nobody else writes meanwhile, and the other tests' are older. */
  private List<String> lastEntries() {
    return jdbc.sql("SELECT action FROM audit_entry WHERE id > ? ORDER BY id")
        .param(before)
        .query(String.class)
        .list();
  }

  private long before;

  /** Called by each way after its preparations: only what comes after counts. */
  private void begin() {
    before = jdbc.sql("SELECT coalesce(max(id), 0) FROM audit_entry").query(Long.class).single();
  }

  private Set<String> writingRoutes() {
    Set<String> routes = new TreeSet<>();
    for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
      Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
      for (String path : plain(info.getPathPatternsCondition().getPatternValues())) {
        if (methods.isEmpty()) {
          routes.add("* " + path);
        }
        methods.stream()
            .filter(method -> method != RequestMethod.GET && method != RequestMethod.HEAD)
            .forEach(method -> routes.add(method + " " + path));
      }
    }
    return routes;
  }

  /** A pattern may count with braces of its own: {@code {id:[0-9]{1,18}}}. */
  private static String unmatched(String path) {
    return path.replaceAll(":([^{}/]|\\{[^{}]*})+}", "}");
  }

  /** Without the patterns that variables have to match, and one path for each of a few words. */
  private static Set<String> plain(Set<String> patterns) {
    Set<String> paths = new TreeSet<>();
    for (String pattern : patterns) {
      Matcher words = WORDS.matcher(pattern);
      if (words.find()) {
        for (String word : words.group(1).split("\\|")) {
          paths.add(unmatched(pattern.replace(words.group(), word)));
        }
      } else {
        paths.add(unmatched(pattern));
      }
    }
    return paths;
  }

  private HttpResponse<String> enroll() {
    long edition = trainings.enrolling(trainings.draft());
    Visitor visitor = people.signIn(people.person("svma"));
    begin();
    return visitor.post("/trainings/" + edition + "/enrollments", Map.of());
  }

  private HttpResponse<String> withdrawEnrollment() {
    Person person = people.person("svma");
    long enrollment = enrollments.enroll(trainings.enrolling(trainings.draft()), person);
    Visitor visitor = people.signIn(person);
    begin();
    return visitor.post("/trainings/enrollments/" + enrollment + "/withdrawal", Map.of());
  }

  private HttpResponse<String> startPrivacyRun() {
    jdbc.sql("UPDATE privacy_run SET finished_at = started_at WHERE finished_at IS NULL").update();
    Visitor visitor = coordination();
    begin();
    return visitor.post("/privacy/run", Map.of("confirmed", "true"));
  }

  private HttpResponse<String> signIn() {
    Person person = people.person("svma");
    begin();
    return people
        .visitor()
        .post("/login", Map.of("username", person.username(), "password", TestPeople.PASSWORD));
  }

  private HttpResponse<String> signOut() {
    Visitor visitor = people.signIn(people.person("svma"));
    begin();
    return visitor.post("/logout", Map.of());
  }

  private HttpResponse<String> forgot() {
    Person person = people.person("svma");
    begin();
    return people.visitor().post("/password/forgot", Map.of("login", person.username()));
  }

  private HttpResponse<String> choosePassword() {
    Person invited = people.stranger("svma");
    transaction.executeWithoutResult(status -> accounts.invite(invited.id(), invited.username()));
    String password = "uma-frase-bem-longa-41";
    begin();
    return people
        .visitor()
        .post(
            people.passwordLinks(invited).get(0),
            Map.of("password", password, "repeated", password));
  }

  private HttpResponse<String> retryMail() {
    Person recipient = people.stranger("svma");
    transaction.executeWithoutResult(
        status -> accounts.invite(recipient.id(), recipient.username()));
    long notice =
        jdbc.sql(
                "UPDATE notice SET state = 'failed' WHERE recipient_id = ? AND state = 'waiting' RETURNING id")
            .param(recipient.id())
            .query(Long.class)
            .single();
    Visitor administrator = people.signIn(people.withFunction(Function.ADMINISTRATOR, "cgm"));
    begin();
    return administrator.post("/admin/outbox/" + notice + "/retry", Map.of());
  }

  private HttpResponse<String> appoint(String path, Function function, Function by) {
    Person person = people.stranger("svma");
    Visitor visitor = people.signIn(people.withFunction(by, "cgm"));
    begin();
    return visitor.post(
        path + "/appointments",
        Map.of("person", "" + person.id(), "function", "" + function, "from", "" + today()));
  }

  private HttpResponse<String> end(String path, Function function, Function by) {
    Person person = people.withFunction(function, "svma");
    long id = appointments.ofPerson(person.id(), today()).get(0).id();
    Visitor visitor = people.signIn(people.withFunction(by, "cgm"));
    begin();
    return visitor.post(
        path + "/appointments/" + id + "/end",
        Map.of("lastDay", "" + today(), "reason", "RESIGNED"));
  }

  private HttpResponse<String> revokeCertificate() {
    String code =
        new CertificateLife(certificates, transaction).issue(people.stranger("svma")).code();
    Visitor coordination = coordination();
    begin();
    return coordination.post("/certificates/" + code + "/revocation", Map.of("reason", "x"));
  }

  private HttpResponse<String> makeCalendarFeed() {
    Visitor visitor = people.signIn(people.person("svma"));
    begin();
    return visitor.post("/calendar/feed", Map.of());
  }

  private HttpResponse<String> revokeCalendarFeed() {
    Visitor visitor = people.signIn(people.person("svma"));
    visitor.post("/calendar/feed", Map.of());
    begin();
    return visitor.post("/calendar/feed/revocation", Map.of());
  }

  private HttpResponse<String> removeFilter() {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            INSERT INTO act_ru_filter (id_, rev_, resource_type_, name_, owner_, query_)
            VALUES (?, 1, 'Task', 'Antiga', 'mallory', '{"taskOwnerExpression":"${1+1}"}')
            """)
        .param(id)
        .update();
    Visitor administrator = people.signIn(people.withFunction(Function.ADMINISTRATOR, "cgm"));
    begin();
    return administrator.post("/admin/filters/" + id + "/remove", Map.of());
  }

  private HttpResponse<String> announceTraining() {
    Body body = bodyTrainings.body();
    Visitor member = people.signIn(bodyTrainings.member(body));
    begin();
    return member.post(
        "/body-trainings/new",
        Map.of(
            "bodyId", "" + body.id(),
            "title", "Aula",
            "day", "" + today(),
            "hours", "1.5",
            "expectedPeople", "9"));
  }

  private HttpResponse<String> changeTraining(String change, Map<String, String> typed) {
    Body body = bodyTrainings.body();
    Person member = bodyTrainings.member(body);
    long id = bodyTrainings.announce(body, member);
    Visitor visitor = people.signIn(member);
    begin();
    return visitor.post("/body-trainings/" + id + "/" + change, typed);
  }

  private HttpResponse<String> stateDeparture() {
    Person member = bodyTrainings.member(bodyTrainings.body());
    Visitor visitor = people.signIn(member);
    String appointment = "" + departures.appointments(member).get(0).id();
    begin();
    return visitor.post(
        "/successions/new",
        Map.of(
            "person",
            "" + member.id(),
            "appointments",
            appointment,
            "reason",
            "RESIGNED",
            "leavesAt",
            today().plusDays(3) + "T12:00"));
  }

  private HttpResponse<String> changeDeparture(String change, Map<String, String> typed) {
    Person member = bodyTrainings.member(bodyTrainings.body());
    long id = departures.planned(member, member, Map.of());
    Visitor visitor = people.signIn(member);
    begin();
    return visitor.post("/successions/" + id + "/" + change, typed);
  }

  /** The task that the leaving member has taken on goes to another one. */
  private HttpResponse<String> planDeparture() {
    Body body = bodyTrainings.body();
    Person member = bodyTrainings.member(body);
    Person other = bodyTrainings.member(body);
    String task = reportOf(body, member);
    inbox.claim(task, member.username());
    long id = departures.planned(member, member, Map.of());
    Visitor visitor = people.signIn(member);
    begin();
    return visitor.post(
        "/successions/" + id + "/plan",
        Map.of("heir.network.holding.task|" + task, "" + other.id()));
  }

  private String reportOf(Body body, Person member) {
    long training = bodyTrainings.announce(body, member);
    bodyTrainings.dayPasses(training);
    return bodyTrainings.task(training, BodyTrainings.REPORT).id();
  }

  private HttpResponse<String> offerOrphan() {
    Body body = bodyTrainings.body();
    String task = reportOf(body, bodyTrainings.member(body));
    inbox.give(task, people.stranger(body.slug()).username());
    Visitor coordination = coordination();
    begin();
    return coordination.post("/successions/orphans/task", Map.of("task", task));
  }

  private HttpResponse<String> endAccess() {
    Person member = bodyTrainings.member(bodyTrainings.body());
    appointments.end(
        departures.appointments(member).get(0).id(), today().minusDays(1), EndReason.RETIRED, null);
    Visitor coordination = coordination();
    begin();
    return coordination.post("/successions/orphans/access", Map.of("person", "" + member.id()));
  }

  private HttpResponse<String> nameSubstitute() {
    Body body = bodyTrainings.body();
    Person absent = bodyTrainings.member(body);
    Person substitute = bodyTrainings.member(body);
    Visitor visitor = people.signIn(absent);
    begin();
    return visitor.post(
        "/cover/new",
        Map.of(
            "substituteId", "" + substitute.id(),
            "startsAt", today() + "T00:00",
            "endsAt", today().plusDays(2) + "T08:00"));
  }

  private HttpResponse<String> endCover() {
    Body body = bodyTrainings.body();
    Person absent = bodyTrainings.member(body);
    long cover = covers.name(absent, bodyTrainings.member(body));
    Visitor visitor = people.signIn(absent);
    begin();
    return visitor.post("/cover/" + cover + "/end", Map.of());
  }

  private HttpResponse<String> beginConfirmations() {
    confirmations.focalPoint(bodyTrainings.body(), Track.OPEN_GOVERNMENT, Seat.TITULAR);
    confirmations.monthHasNoRound();
    Visitor coordination = coordination();
    begin();
    HttpResponse<String> answer = coordination.post("/confirmations", Map.of());
    confirmations.nobodyIsAsked();
    return answer;
  }

  private HttpResponse<String> sendList() {
    Visitor coordination = coordination();
    begin();
    return send(coordination);
  }

  private HttpResponse<String> applyList() {
    Visitor coordination = coordination();
    String list = send(coordination).headers().firstValue("Location").orElseThrow();
    Matcher fingerprint = FINGERPRINT.matcher(coordination.get(list).body());
    assertThat(fingerprint.find()).isTrue();
    begin();
    return coordination.post(list + "/apply", Map.of("fingerprint", fingerprint.group(1)));
  }

  private HttpResponse<String> discardList() {
    Visitor coordination = coordination();
    String list = send(coordination).headers().firstValue("Location").orElseThrow();
    begin();
    return coordination.post(list + "/discard", Map.of());
  }

  private HttpResponse<String> send(Visitor coordination) {
    Body body = life.body();
    String list =
        "Nome;E-mail institucional;Órgão;Vínculo\nMaria;maria%d@%s;%s;Efetivo\n"
            .formatted(body.id(), body.mailDomains().get(0), body.acronym());
    return coordination.postFile(
        "/imports", Map.of("kind", "PERSONS"), "lista.csv", list.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> keep(String how) {
    Person person = people.stranger("svma");
    long event = attendance.event(List.of(person));
    Visitor coordination = coordination();
    begin();
    return coordination.post(
        "/attendance/" + event + how,
        Map.of("person", "" + person.id(), "status", "PRESENT", "unmarked", "1"));
  }

  private HttpResponse<String> mark() {
    Person person = people.stranger("svma");
    long event = attendance.event(List.of(person));
    Visitor coordination = coordination();
    begin();
    return coordination.postJson(
        "/attendance/" + event + "/marks",
        "[{\"person\":" + person.id() + ",\"status\":\"ABSENT\",\"age\":5}]");
  }

  private HttpResponse<String> correctSheet() {
    Person person = people.stranger("svma");
    long event = attendance.completed(List.of(person));
    Visitor coordination = coordination();
    begin();
    return coordination.post(
        "/attendance/" + event + "/people/" + person.id(),
        Map.of("status", "PRESENT", "reason", "x", "seen", "1"));
  }

  private HttpResponse<String> importSheet() {
    Person person = people.stranger("svma");
    String path = "/attendance/" + attendance.event(List.of(person)) + "/import";
    Visitor coordination = coordination();
    byte[] list = ("E-mail\n" + person.email()).getBytes(StandardCharsets.UTF_8);
    assertThat(coordination.postFile(path, Map.of(), "lista.csv", list).statusCode())
        .isEqualTo(302);
    Matcher fingerprint = FINGERPRINT.matcher(coordination.get(path).body());
    assertThat(fingerprint.find()).isTrue();
    begin();
    return coordination.post(path + "/apply", Map.of("fingerprint", fingerprint.group(1)));
  }

  private HttpResponse<String> checkIn() {
    Person person = people.person("svma");
    long event = attendance.event(List.of(person));
    Visitor visitor = people.signIn(person);
    visitor.get("/check-in/" + event + "/" + attendance.code(event));
    begin();
    return visitor.post("/check-in/" + event, Map.of());
  }

  private HttpResponse<String> openRound() {
    Body body = life.body();
    Visitor coordination = coordination();
    begin();
    return coordination.postForm(
        "/rounds/new",
        "name=Rodada&scope=CHOSEN&tracks=OPEN_GOVERNMENT&action=OPEN&bodyIds="
            + body.id()
            + "&deadline="
            + today().plusDays(30));
  }

  private HttpResponse<String> remindRound() {
    long nomination = nomination();
    Visitor coordination = coordination();
    long round =
        jdbc.sql("SELECT round_id FROM nomination WHERE id = ?")
            .param(nomination)
            .query(Long.class)
            .single();
    begin();
    return coordination.post("/rounds/" + round + "/reminders", Map.of("one", "" + nomination));
  }

  private HttpResponse<String> correct() {
    Body body = life.body();
    Person office = people.person(body.slug());
    life.appoint(office, Function.OFFICE, body);
    Visitor visitor = people.signIn(office);
    long nomination =
        life.open(people.withFunction(Function.COORDINATION, "cgm"), List.of(body)).get(body.id());
    life.indicate(nomination, body, visitor);
    begin();
    return visitor.post("/nominations/" + nomination + "/correct", Map.of("reason", "x"));
  }

  private HttpResponse<String> retry() {
    long nomination = nomination();
    String instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey("" + nomination, "nomination-approval")
            .singleResult()
            .getId();
    management.setJobRetries(
        management.createJobQuery().processInstanceId(instance).list().get(0).getId(), 0);
    Visitor coordination = coordination();
    begin();
    return coordination.post("/nominations/" + nomination + "/retry", Map.of());
  }

  private HttpResponse<String> handOver() {
    Body body = life.body();
    Person office = people.withFunction(Function.OFFICE, body.slug());
    long nomination =
        life.open(people.withFunction(Function.COORDINATION, "cgm"), List.of(body)).get(body.id());
    String task =
        new TasklistClient(people.signIn(office))
            .task(String.valueOf(nomination), NominationLife.INDICATE)
            .id();
    Visitor coordination = coordination();
    begin();
    return coordination.post("/tasks/" + task + "/hand-over", Map.of("userId", office.username()));
  }

  /** One that waits for its office. */
  private long nomination() {
    Body body = life.body();
    life.appoint(people.person(body.slug()), Function.OFFICE, body);
    return life.open(people.withFunction(Function.COORDINATION, "cgm"), List.of(body))
        .get(body.id());
  }

  private Visitor coordination() {
    return people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
  }

  private LocalDate today() {
    return SaoPaulo.today(clock);
  }

  record Walk(String action, Supplier<HttpResponse<String>> way) {}
}
