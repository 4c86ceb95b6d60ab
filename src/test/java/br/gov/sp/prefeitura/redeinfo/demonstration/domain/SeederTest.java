package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.demonstration.domain.Preparation.Phase;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.Appointed;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import br.gov.sp.prefeitura.redeinfo.support.TestDatabase;
import br.gov.sp.prefeitura.redeinfo.support.TestMail;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.ReplayJobs;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/** The demonstration's data for a few bodies, prepared with an interruption in the middle. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "rede-info.demonstration.enabled=true",
      "rede-info.demonstration.prepare-at-start=false",
      "rede-info.demonstration.bodies="
          + "cet,cgm,seges,sehab,smc,sme,smg,smtur,spsec,spturis,sub-la,sub-pe,svma"
    })
@ActiveProfiles("test")
@Import({TestDatabase.class, TestMail.class, SeederTest.Interruption.Configuration.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeederTest {

  private static final String PASSWORD = "rede-aberta-2017";

  /** Bodies among them that existed on 18 May 2017, and that exist today. */
  private static final int BODIES_OF_2017 = 12;

  private static final int BODIES_OF_TODAY = 12;

  @Autowired private Seeder seeder;
  @Autowired private Preparation preparation;
  @Autowired private Interruption interruption;
  @Autowired private JdbcClient jdbc;
  @Autowired private TaskInbox tasks;
  @Autowired private EngineDirectory directory;
  @Autowired private PasswordEncoder passwords;
  @Autowired private RepositoryService repository;
  @Autowired private HistoryService history;
  @Autowired private ProcessRuntime runtime;
  @Autowired private ReplayJobs jobs;
  @Autowired private EngineClock clock;
  @LocalServerPort private int port;

  @BeforeAll
  void prepareWithAnInterruption() {
    Visitor visitor = Visitor.at(port);
    assertThat(post("coordenacao").statusCode()).as("before it is ready").isEqualTo(503);
    assertThat(visitor.get("/login").body()).contains("Preparando os dados de demonstração");
    assertThat(visitor.get("/demonstration/preparation").body())
        .contains("Preparando os dados de demonstração")
        .doesNotContain("<main");

    interruption.afterMandates(9);
    assertThatThrownBy(seeder::prepare).hasStackTraceContaining("interrupted by the test");
    assertThat(preparation.progress().phase()).isEqualTo(Phase.FAILED);
    assertThat(MovableClock.isReplaying()).isFalse();

    seeder.prepare();
    assertThat(preparation.progress().phase()).isEqualTo(Phase.READY);
    assertThat(visitor.get("/login").body()).doesNotContain("id=\"preparation\"");
  }

  @Test
  @DisplayName("Every account can sign in with the one password, and nobody of 2017 can")
  void accounts() {
    List<String> hashes =
        jdbc.sql("SELECT DISTINCT password_hash FROM account WHERE password_hash IS NOT NULL")
            .query(String.class)
            .list();
    assertThat(hashes).isNotEmpty().allMatch(hash -> passwords.matches(PASSWORD, hash));
    assertThat(usernamesWithPassword())
        .contains("admin", "coordenacao", "emasp", "auditoria", "ciga.1", "ciga.5")
        .contains("svma.chefia", "svma.gabinete", "svma.membro1", "sub-la.interino")
        .noneMatch(username -> username.contains("2017") || username.startsWith("p0"));
    for (String slug : List.of("cet", "seges", "smc", "spsec", "sub-pe")) {
      assertThat(usernamesWithPassword())
          .contains(slug + ".chefia", slug + ".gabinete", slug + ".membro1", slug + ".membro4");
    }
    assertThat(usernamesWithPassword()).noneMatch(username -> username.startsWith("smg."));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"admin", "coordenacao", "auditoria", "svma.chefia", "svma.membro1", "ciga.3"})
  @DisplayName("The form lets in")
  void signIn(String username) {
    Visitor visitor = Visitor.at(port).signIn(username, PASSWORD);
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("Each of the accounts that the sign-in page names finds its work")
  void work() {
    assertThat(taskKeys("coordenacao")).contains(Act.VALIDATE, Act.PUBLISH);
    assertThat(taskKeys("svma.chefia")).contains(Act.APPROVE);
    assertThat(taskKeys("svma.gabinete")).contains(Act.INDICATE);
    assertThat(taskKeys("svma.membro1"))
        .containsExactlyInAnyOrder(Act.ACCEPT, PilotAnswers.WRITE, "userTask_DoFollowUp");
    assertThat(taskKeys("sme.chefia")).contains(Act.APPROVE);
    assertThat(taskKeys("sub-la.gabinete")).contains(Act.INDICATE);
  }

  @Test
  @DisplayName("The indication of Penha is late and everybody else is in time")
  void late() {
    assertThat(waiting("sub-pe.gabinete"))
        .anyMatch(task -> task.dueAt() != null && task.dueAt().isBefore(Instant.now()));
    for (String username : List.of("svma.chefia", "svma.gabinete", "svma.membro1", "sme.chefia")) {
      assertThat(waiting(username)).noneMatch(task -> task.dueAt().isBefore(Instant.now()));
    }
  }

  @Test
  @DisplayName("The round of last week shows every state, with decisions and reasons on record")
  void currentRound() {
    assertThat(
            jdbc.sql(
                    """
                    SELECT DISTINCT n.state FROM nomination n
                    JOIN nomination_round r ON r.id = n.round_id
                    WHERE r.opened_at > now() - interval '30 days'
                    """)
                .query(String.class)
                .list())
        .contains(
            "IN_FORCE",
            "AWAITING_PUBLICATION",
            "IN_VALIDATION",
            "IN_APPROVAL",
            "AWAITING_ACCEPTANCE",
            "DRAFT",
            "RETURNED",
            "REFUSED");
    assertThat(
            count(
                "SELECT count(*) FROM nomination n JOIN nomination_round r ON r.id = n.round_id"
                    + " WHERE r.opened_at > now() - interval '30 days'"))
        .isEqualTo(BODIES_OF_TODAY);
    assertThat(
            count(
                "SELECT count(*) FROM nomination_decision d JOIN nomination n"
                    + " ON n.id = d.nomination_id JOIN body b ON b.id = n.body_id"
                    + " WHERE b.slug IN ('sme', 'sub-la') AND d.reason IS NOT NULL"))
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  @DisplayName("Most bodies have confirmed their focal points, and some have not")
  void confirmations() {
    String asked = "SELECT count(*) FROM confirmation WHERE state ";
    assertThat(count(asked + "= 'PENDING'")).isZero();
    assertThat(count(asked + "= 'OPEN'")).isPositive();
    assertThat(count(asked + "IN ('UNCHANGED', 'CHANGED')"))
        .isGreaterThan(count(asked + "= 'OPEN'"));
  }

  @Test
  @DisplayName("One cover runs and one is to come")
  void covers() {
    String covers = "SELECT count(*) FROM absence_cover WHERE ended_at IS NULL AND starts_at ";
    assertThat(count(covers + "<= now() AND ends_at > now()")).isEqualTo(1);
    assertThat(count(covers + "> now()")).isEqualTo(1);
    assertThat(tasks.inPlaceOfOthers("svma.gabinete", directory.groupsOf("svma.gabinete")))
        .allMatch(covered -> covered.absentId().equals("svma.chefia"));
  }

  @Test
  @DisplayName("The earlier network's 250 members are invited before the launch of 2017")
  void campaigns() {
    String of2017 =
        " FROM campaign_recipient r JOIN campaign c ON c.id = r.campaign_id"
            + " WHERE r.state = 'SENT' AND c.state = 'CLOSED' AND c.closes_on < date '2018-01-01'";
    assertThat(count("SELECT count(DISTINCT r.email)" + of2017))
        .isEqualTo(count("SELECT count(*)" + of2017))
        .isEqualTo(Outreach2017.EARLIER_MEMBERS);
    assertThat(count("SELECT count(*)" + of2017 + " AND answered_at < date '2017-05-18'"))
        .isEqualTo(count("SELECT count(*)" + of2017 + " AND joined_at IS NOT NULL"))
        .isEqualTo(Volunteers2017.MAPPED);
    assertThat(
            count(
                "SELECT count(*) FROM campaign_wave w JOIN campaign c ON c.id = w.campaign_id"
                    + " WHERE c.state = 'RUNNING' AND w.finished_at IS NOT NULL AND w.sent > 0"))
        .as("waves of today that are out")
        .isEqualTo(1);
    assertThat(
            count(
                "SELECT count(*) FROM campaign_wave w JOIN campaign c ON c.id = w.campaign_id"
                    + " WHERE c.state = 'RUNNING' AND w.fixed_at IS NULL"))
        .as("waves of today to come")
        .isEqualTo(1);
    String invitations = " FROM letter WHERE template = 'outreach-invitation'";
    assertThat(count("SELECT count(*)" + invitations + " AND state = 'waiting'")).isZero();
  }

  @Test
  @DisplayName("2017 has its bodies and mandates, in the tables as in the engine's history")
  void figuresOf2017() {
    String of2017 =
        " FROM nomination n JOIN nomination_round r ON r.id = n.round_id"
            + " WHERE r.opened_at < timestamptz '2018-01-01'";
    assertThat(count("SELECT count(*)" + of2017)).isEqualTo(BODIES_OF_2017);
    // Four each, but three in tourism and none in the one that did not answer.
    long mandates =
        count(
            "SELECT count(*) FROM appointment WHERE function = 'FOCAL_POINT'"
                + " AND valid_from < date '2018-01-01'");
    assertThat(mandates).isEqualTo((BODIES_OF_2017 - 2) * 4 + 3);
    assertThat(
            count(
                "SELECT count(*) FROM appointment WHERE function = 'FOCAL_POINT'"
                    + " AND valid_from >= date '2017-06-09' AND valid_to <= date '2018-12-31'"))
        .isEqualTo(mandates);
    assertThat(
            count(
                "SELECT count(*) FROM act_hi_procinst WHERE proc_def_key_ = 'nomination-approval'"
                    + " AND start_time_ < timestamp '2018-01-01'"
                    + " AND end_time_ < timestamp '2018-01-01' AND removal_time_ > now()"))
        .isEqualTo(BODIES_OF_2017);
    assertThat(
            count(
                "SELECT count(*) FROM act_hi_taskinst WHERE task_def_key_ = '"
                    + Act.ACCEPT
                    + "' AND end_time_ < timestamp '2018-01-01' AND delete_reason_ = 'completed'"))
        .isGreaterThanOrEqualTo(mandates);
    assertThat(count("SELECT count(*) FROM nomination_round WHERE closed_at < '2018-01-01'"))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("85 servants joined in 2017 through the process; these days some wait, some are in")
  void volunteers() {
    String of2017 = " FROM enlistment WHERE confirmed_at < timestamptz '2017-05-18'";
    assertThat(count("SELECT count(*)" + of2017 + " AND state = 'ADMITTED'")).isEqualTo(85);
    assertThat(
            count(
                "SELECT count(*) FROM appointment WHERE function = 'VOLUNTEER'"
                    + " AND valid_from <= date '2017-05-18' AND valid_to <= date '2018-12-31'"))
        .isEqualTo(85);
    assertThat(
            count(
                "SELECT count(*) FROM act_hi_procinst WHERE end_time_ < timestamp '2017-06-01'"
                    + " AND proc_def_key_ = 'volunteer-enlistment'"))
        .isEqualTo(85);
    String today =
        "SELECT count(*) FROM enlistment WHERE confirmed_at > now() - interval '30 days'";
    assertThat(count(today + " AND state = 'WAITING'")).isEqualTo(3);
    assertThat(count(today + " AND state = 'ADMITTED' AND person_id IS NOT NULL")).isEqualTo(2);
    assertThat(count(today + " AND state = 'DECLINED'")).isOne();
    assertThat(taskKeys("coordenacao")).contains("userTask_DecideEnlistment");
    assertThat(count("SELECT count(*) FROM letter")).isPositive();
    assertThat(count("SELECT count(*) FROM letter WHERE state <> 'unmailed'")).isZero();
  }

  @Test
  @DisplayName(
      "The comptroller and the coordinator left in 2017, somebody last week, somebody will")
  void departures() {
    String done = "SELECT count(*) FROM succession WHERE state = 'HANDED_OVER' AND leaves_at ";
    assertThat(count(done + "< timestamptz '2018-01-01'")).isEqualTo(2);
    assertThat(count(done + "> now() - interval '30 days' AND note IS NOT NULL")).isEqualTo(1);
    assertThat(count("SELECT count(*) FROM appointment WHERE end_reason = 'DISMISSED'"))
        .isEqualTo(1);
    assertThat(
            count(
                """
                SELECT count(*) FROM succession s JOIN pilot p ON p.sponsor_id = s.person_id
                 WHERE s.state = 'PLANNED' AND s.leaves_at > now() AND p.state = 'RUNNING'
                """))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("The mandates of 2017 end without a search for successors, lately vacated seats do")
  void vacancies() {
    assertThat(
            jdbc.sql(
                    """
                    SELECT b.slug FROM nomination n JOIN body b ON b.id = n.body_id
                    WHERE n.vacated_appointment_id IS NOT NULL ORDER BY b.slug
                    """)
                .query(String.class)
                .list())
        .containsExactly("smc", "sub-pe", "svma", "svma");
  }

  @Test
  @DisplayName("Nothing that was replayed is mailed, and no job of it is left without an executor")
  void nothingIsMailed() {
    assertThat(count("SELECT count(*) FROM notice")).isPositive();
    assertThat(count("SELECT count(*) FROM notice WHERE state <> 'unmailed'")).isZero();
    assertThat(TestMail.server().getReceivedMessages())
        .noneMatch(mail -> mail.toString().contains("chefia"));
    assertThat(count("SELECT count(*) FROM act_ru_job WHERE priority_ < 0")).isZero();
    assertThat(count("SELECT count(*) FROM act_ru_incident")).isZero();
    assertThat(count("SELECT count(*) FROM act_ru_job WHERE duedate_ < now()")).isZero();
  }

  @Test
  @DisplayName("What was replayed is on record at the time it tells of, once, with who did it")
  void isOnRecord() {
    String of2017 = "SELECT count(*) FROM audit_entry WHERE recorded_at < timestamptz '2018-01-01'";
    assertThat(count(of2017 + " AND channel <> 'replay'")).isZero();
    assertThat(count(of2017 + " AND action = 'nomination.approved' AND actor_id IS NOT NULL"))
        .isPositive()
        .isEqualTo(
            count(
                "SELECT count(*) FROM nomination_decision WHERE step = 'APPROVAL'"
                    + " AND decision = 'APPROVED' AND decided_at < timestamptz '2018-01-01'"));
    assertThat(count(of2017 + " AND action = 'task.claimed'"))
        .isEqualTo(count(of2017 + " AND action = 'task.claimed' AND actor_id IS NOT NULL"))
        .isPositive();
    assertThat(count(of2017 + " AND action = 'round.opened'")).isOne();
    assertThat(
            count(
                "SELECT count(*) FROM audit_entry WHERE address IS NOT NULL AND channel = 'replay'"))
        .isZero();
  }

  @Test
  @DisplayName("The statute of 2017 is superseded by today's, which most members have accepted")
  void statute() {
    assertThat(
            jdbc.sql("SELECT act FROM statute_version ORDER BY number").query(String.class).list())
        .hasSize(2)
        .startsWith("Portaria 025/SMJ/CGM-G/2017");
    assertThat(count("SELECT count(*) FROM statute_request WHERE ended_at IS NULL"))
        .isEqualTo(
            count(
                "SELECT count(*) FROM act_ru_task WHERE task_def_key_ = 'userTask_AcceptStatute'"))
        .isBetween(1L, 6L);
    assertThat(count("SELECT count(*) FROM statute_acceptance")).isGreaterThan(40);
    assertThat(taskKeys("cet.membro2")).contains("userTask_AcceptStatute");
  }

  @Test
  @DisplayName("The plan of 2017 fills with what was replayed; one thing was never done")
  void plan() {
    String plan = Visitor.at(port).get("/plan/2017.csv").body();
    assertThat(plan)
        .contains(";trainings-held;8;8;MET;", ";people-trained;")
        .containsPattern("altas autoridades;;0;1;LATE;");
    assertThat(Visitor.at(port).get("/plan").body()).contains("Plano de atividades de 20");
  }

  @Test
  @DisplayName("Preparing once more changes nothing")
  void onceMore() {
    String fingerprint =
        "SELECT (SELECT count(*) FROM nomination) * 1000000 + (SELECT count(*) FROM appointment)"
            + " * 1000 + (SELECT count(*) FROM demonstration_step)";
    long before = count(fingerprint);
    seeder.prepare();
    assertThat(count(fingerprint)).isEqualTo(before);
  }

  private List<String> usernamesWithPassword() {
    return jdbc.sql("SELECT username FROM account WHERE password_hash IS NOT NULL")
        .query(String.class)
        .list();
  }

  private List<String> taskKeys(String username) {
    return waiting(username).stream().map(OpenTask::key).toList();
  }

  private List<OpenTask> waiting(String username) {
    return tasks.waitingFor(username, directory.groupsOf(username), 100);
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private HttpResponse<String> post(String username) {
    return Visitor.at(port).post("/login", Map.of("username", username, "password", PASSWORD));
  }

  @Test
  @DisplayName("The trainings of 2017 say what the report says: 80, 58, 31 and 35; 70 and 30")
  void trainingsOf2017() {
    String presentBySession =
        """
        SELECT count(*) FILTER (WHERE a.status = 'PRESENT') FROM training_session s
        JOIN training_edition e ON e.id = s.edition_id
        JOIN attendance_sheet a ON a.event_id = s.attendance_event_id
        WHERE e.kind = :kind AND e.state = 'CONCLUDED'
        GROUP BY s.position ORDER BY s.position
        """;
    assertThat(jdbc.sql(presentBySession).param("kind", "WORKSHOP").query(Integer.class).list())
        .containsExactly(80, 58, 31, 35);
    assertThat(jdbc.sql(presentBySession).param("kind", "COURSE").query(Integer.class).list())
        .hasSize(4)
        .endsWith(30, 30);
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(*) FROM training_enrollment n
                    JOIN training_edition e ON e.id = n.edition_id
                    WHERE e.kind = 'COURSE' AND e.state = 'CONCLUDED'
                    """)
                .query(Integer.class)
                .single())
        .isEqualTo(70);
    assertThat(jdbc.sql("SELECT count(*) FROM certificate").query(Integer.class).single())
        .as("certificates of those who came to three sessions of four")
        .isEqualTo(30);
  }

  @Test
  @DisplayName("Today there is a session to hold, an edition with free seats and a waiting list")
  void trainingsOfToday() {
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(*) FROM training_session
                    WHERE (starts_at AT TIME ZONE 'America/Sao_Paulo')::date
                          = (now() AT TIME ZONE 'America/Sao_Paulo')::date
                      AND state = 'PLANNED'
                    """)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(
            jdbc.sql("SELECT DISTINCT state FROM training_enrollment").query(String.class).list())
        .contains("IN_RELEASE", "WAITING", "CONFIRMED", "COMPLETED", "NOT_COMPLETED");
    assertThat(taskKeys("svma.chefia")).contains("userTask_ReleaseServant");
  }

  @Test
  @DisplayName(
      "The meetings of 2017 are its launch, its four workshops, counted once, and a session never held")
  void meetingsOf2017() {
    String of2017 =
        """
        FROM meeting m JOIN attendance_event e ON e.id = m.attendance_event_id
        WHERE m.starts_at < timestamptz '2018-01-01' AND m.kind = :kind
        """;
    assertThat(
            jdbc.sql("SELECT e.present " + of2017 + " AND NOT m.own_sheet ORDER BY m.starts_at")
                .param("kind", "QUARTERLY")
                .query(Integer.class)
                .list())
        .containsExactly(80, 58, 31, 35);
    assertThat(
            jdbc.sql("SELECT e.present + m.others_present " + of2017)
                .param("kind", "FORUM")
                .query(Integer.class)
                .single())
        .isEqualTo(Meetings2017.AT_LAUNCH);
    assertThat(
            jdbc.sql("SELECT m.state " + of2017).param("kind", "JOINT").query(String.class).list())
        .containsExactly("NOT_HELD");
    assertThat(
            jdbc.sql("SELECT state FROM meeting_quarter WHERE quarter LIKE '2017%'")
                .query(String.class)
                .list())
        .containsExactly("MET", "MET", "MET");
    assertThat(
            count(
                "SELECT count(*) FROM meeting WHERE state = 'PUBLISHED'"
                    + " AND starts_at < timestamptz '2018-01-01'"))
        .isEqualTo(5);
  }

  @Test
  @DisplayName("Today a meeting is to convene, one is convened, and the minutes of one circulate")
  void meetingsOfToday() {
    assertThat(
            jdbc.sql("SELECT state FROM meeting WHERE created_at > timestamptz '2025-01-01'")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("PLANNED", "CONVENED", "MINUTES_CIRCULATED", "PUBLISHED");
    assertThat(taskKeys("coordenacao")).contains("userTask_ConveneMeeting");
  }

  @Test
  @DisplayName(
      "Of what meetings gave people to do one is done, one has more time, one is open, one is late")
  void followUpsOfToday() {
    assertThat(
            jdbc.sql(
                    """
                    SELECT f.state || CASE WHEN f.late_since IS NULL THEN '' ELSE ' late' END
                      FROM follow_up f WHERE f.opened_at > timestamptz '2025-01-01'
                    """)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("DONE", "OPEN", "OPEN", "OPEN late");
    assertThat(
            count(
                "SELECT count(*) FROM follow_up WHERE state = 'DONE'"
                    + " AND opened_at < timestamptz '2018-01-01'"))
        .isEqualTo(4);
    assertThat(jdbc.sql("SELECT state FROM initiative ORDER BY id").query(String.class).list())
        .containsExactlyInAnyOrder("UNDER_WAY", "UNDER_WAY", "PROPOSED", "DONE");
    assertThat(taskKeys("sub-la.gabinete")).contains("userTask_DoFollowUp");
    assertThat(taskKeys("ciga.1")).doesNotContain("userTask_ApproveMinutes");
  }

  @Test
  @DisplayName("The pilots of 2017 were approved and presented on 1 December, and never begun")
  void pilotsOf2017() {
    assertThat(
            jdbc.sql(
                    """
                    SELECT b.slug FROM pilot p
                    JOIN body b ON b.id = p.body_id
                    JOIN pilot_presentation s ON s.pilot_id = p.id AND s.held
                    JOIN pilot_ballot v ON v.pilot_id = p.id AND v.outcome = 'APPROVED'
                    WHERE p.state = 'PRESENTED' AND p.published_at < timestamptz '2017-12-01'
                      AND (s.starts_at AT TIME ZONE 'America/Sao_Paulo')::date = date '2017-12-01'
                      AND p.ended_at BETWEEN timestamptz '2018-12-01' AND timestamptz '2018-12-31'
                    ORDER BY b.slug
                    """)
                .query(String.class)
                .list())
        .containsExactly("cet", "cgm", "smg", "sub-la", "svma");
  }

  @Test
  @DisplayName("Today there is a pilot in every state, and one whose report is late")
  void pilotsOfToday() {
    assertThat(
            jdbc.sql("SELECT DISTINCT state FROM pilot WHERE created_at > timestamptz '2025-01-01'")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(PilotState.values()).map(PilotState::name).toList());
    assertThat(
            jdbc.sql(
                    """
                    SELECT b.slug FROM pilot p JOIN body b ON b.id = p.body_id
                    WHERE p.stale_since IS NOT NULL
                    """)
                .query(String.class)
                .list())
        .containsExactly("sub-pe");
    assertThat(taskKeys("coordenacao"))
        .contains(PilotAnswers.REVIEW, PilotAnswers.SCHEDULE, PilotAnswers.EVALUATE);
    assertThat(taskKeys("svma.chefia")).contains(PilotAnswers.ENDORSE);
    assertThat(taskKeys("sub-la.gabinete")).contains(PilotAnswers.WRITE);
    assertThat(taskKeys("ciga.5")).containsExactly(PilotAnswers.VOTE);
  }

  @Test
  @DisplayName(
      "A job that an interruption left behind runs at the time it was made, not at an earlier one")
  void leftBehind() {
    repository
        .createDeployment()
        .addModelInstance(
            "left-behind.bpmn",
            Bpmn.createExecutableProcess("left-behind")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .camundaAsyncAfter()
                .endEvent()
                .done())
        .deploy();
    Instant made = Instant.parse("2017-06-12T15:00:00Z");
    String instance =
        clock.callAt(made, () -> runtime.start("left-behind", "left behind", Map.of()));

    int ran =
        clock.callAt(made.minusSeconds(3600), () -> jobs.runDue("left-behind", "left behind"));

    assertThat(ran).isEqualTo(1);
    assertThat(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getEndTime())
        .isEqualTo(made);
  }

  /** Fails once, in the middle of granting mandates. */
  static class Interruption {

    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    void afterMandates(int mandates) {
      left.set(mandates);
    }

    @EventListener
    void on(Appointed event) {
      if (event.appointment().function() == Function.FOCAL_POINT && left.decrementAndGet() == 0) {
        throw new IllegalStateException("interrupted by the test");
      }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {
      @Bean
      Interruption interruption() {
        return new Interruption();
      }
    }
  }
}
