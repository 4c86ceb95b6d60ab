package br.gov.sp.prefeitura.redeinfo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.database.ServerOutage;
import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TestDatabase;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processes of the application on the database of the tests, started at once, behind a proxy;
 * people lead nominations through whichever answers. The test's own process prepares people and
 * looks at the outcome.
 */
@Tag(Endurance.TAG)
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Two nodes on one database")
class TwoNodesTest {

  private static final int TEAMS = 3;
  private static final Duration SERVICE_BACK = Duration.ofSeconds(5);

  /** The pool looks for its database every five seconds at least. */
  private static final Duration DATABASE_FOUND = Duration.ofSeconds(10);

  /** Where a node would keep a database of its own. */
  private static final Path UNUSED = Path.of("target", "unused-by-nodes");

  @Autowired NominationLife life;
  @Autowired TestPeople people;
  @Autowired JdbcConnectionDetails database;
  @Autowired JdbcClient jdbc;

  private Nodes nodes;
  private int mailPort;
  private GreenMail mail;

  /** How often each mail arrived, by Message-ID. */
  private final Map<String, Integer> mails = new ConcurrentHashMap<>();

  @BeforeAll
  void start() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      mailPort = free.getLocalPort();
    }
    startMail();
    // What other tests left to be mailed, tens of thousands, would go first.
    jdbc.sql("UPDATE notice SET state = 'unmailed' WHERE state = 'waiting'").update();
    nodes = new Nodes(database, mailPort, UNUSED);
    nodes.ensure(2);
  }

  @AfterAll
  void stop() {
    nodes.close();
    mail.stop();
  }

  @Test
  @DisplayName("use the server of spring.datasource.url, and start none of their own")
  void useTheGivenServer() {
    nodes.ensure(1);
    assertThat(nodes.newest().process().output())
        .contains("Started RedeInfoApplication")
        .doesNotContain("Embedded PostgreSQL");
    assertThat(UNUSED).doesNotExist();
  }

  @Test
  @DisplayName("lose no session, no step and no job to the kill -9 of one, and double none")
  void outliveAKill(TestReporter reporter) throws Exception {
    Person person = people.person("svma");
    try (NominationLoad load = new NominationLoad(life, people, nodes.port(), TEAMS)) {
      Duration longest = Duration.ZERO;
      for (int round : Endurance.rounds(1, 20).toArray()) {
        nodes.ensure(2);
        String session = session(nodes.oldest().port(), person);
        load.awaitAccepted(TEAMS * 2);
        long killed = System.nanoTime();
        nodes.killOldest();
        assertThat(opens(nodes.newest().port(), session)).isTrue();
        load.awaitAccepted(TEAMS * 3);
        Duration silence = load.longestSilenceSince(killed);
        assertWithin(SERVICE_BACK, silence, "kill " + round);
        longest = silence.compareTo(longest) > 0 ? silence : longest;
      }
      List<Long> led = load.finish();
      assertLedOnce(led);
      assertMailed(led);
      assertThat(load.errors()).isEmpty();
      report(reporter, "kills", load, led, longest);
    }
  }

  @Test
  @DisplayName("answer every request while one is ended in good order and another one comes")
  void restartOneByOne() throws Exception {
    try (NominationLoad load = new NominationLoad(life, people, nodes.port(), TEAMS)) {
      for (int round : Endurance.rounds(1, 5).toArray()) {
        nodes.ensure(2);
        load.awaitAccepted(TEAMS);
        assertThat(nodes.terminateOldest())
            .as("last words in round %d", round)
            .contains("Graceful shutdown complete")
            .doesNotContain("Graceful shutdown aborted");
        load.awaitAccepted(TEAMS);
      }
      assertLedOnce(load.finish());
      assertThat(load.unanswered()).as("requests without an answer").isZero();
      assertThat(load.errors()).isEmpty();
    }
  }

  @Test
  @DisplayName("go on where they were when their PostgreSQL was killed and came back")
  void outliveTheirDatabase(TestReporter reporter) throws Exception {
    try (NominationLoad load = new NominationLoad(life, people, nodes.port(), TEAMS)) {
      Duration longest = Duration.ZERO;
      for (int round : Endurance.rounds(1, 5).toArray()) {
        load.awaitAccepted(TEAMS);
        ServerOutage.of(TestDatabase.server(), Duration.ofSeconds(1));
        // Its recovery takes as long as there is to recover; what counts is what the nodes add.
        long back = System.nanoTime();
        load.awaitAccepted(TEAMS * 2);
        Duration silence = load.longestSilenceSince(back);
        assertWithin(DATABASE_FOUND, silence, "outage " + round);
        longest = silence.compareTo(longest) > 0 ? silence : longest;
      }
      List<Long> led = load.finish();
      assertLedOnce(led);
      report(reporter, "database restarts", load, led, longest);
    }
  }

  /** A measurement, and held to its bound as one; that nothing is lost or doubled holds always. */
  private static void assertWithin(Duration bound, Duration silence, String what) {
    if (Endurance.measures()) {
      assertThat(silence).as("silence after %s", what).isLessThan(bound);
    }
  }

  static IntStream minutesWithoutMail() {
    return Endurance.rounds(0, 1).map(round -> 3);
  }

  @ParameterizedTest(name = "for {0} minutes", allowZeroInvocations = true)
  @MethodSource("minutesWithoutMail")
  @DisplayName("keep working without a mail server, and mail everything when it is back")
  void outliveTheMailServer(int minutes, TestReporter reporter) throws Exception {
    try (NominationLoad load = new NominationLoad(life, people, nodes.port(), TEAMS)) {
      load.awaitAccepted(TEAMS);
      stopMail();
      long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
      while (System.nanoTime() < end) {
        load.awaitAccepted(TEAMS);
      }
      startMail();
      List<Long> led = load.finish();
      assertLedOnce(led);
      assertMailed(led);
      assertThat(load.unanswered()).isZero();
      report(reporter, "minutes without mail", load, led, Duration.ZERO);
    }
  }

  /** Printed, and kept beside the build's other results. */
  private void report(
      TestReporter reporter, String what, NominationLoad load, List<Long> led, Duration silence)
      throws IOException {
    String figures =
        "%d nominations, %d submissions accepted, %d requests without an answer, %d answers 5xx,"
                .formatted(led.size(), load.accepted(), load.unanswered(), load.errors().size())
            + " longest silence %d ms, %d mails doubled"
                .formatted(silence.toMillis(), mailsDoubled());
    reporter.publishEntry(what, figures);
    Files.writeString(
        Path.of("target", "two-nodes.md"),
        "| " + what + " | " + figures + " |\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void startMail() {
    mail = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
  }

  private void stopMail() throws Exception {
    mail.stop();
    collectMail();
  }

  private void collectMail() throws Exception {
    for (MimeMessage message : mail.getReceivedMessages()) {
      mails.merge(message.getMessageID(), 1, Integer::sum);
    }
    mail.purgeEmailFromAllMailboxes();
  }

  private static String session(int port, Person person) {
    return Visitor.at(port)
        .signIn(person.username(), TestPeople.PASSWORD)
        .cookie("REDE_INFO_SESSION")
        .orElseThrow();
  }

  private static boolean opens(int port, String session) {
    return Visitor.at(port)
            .send("/notices", r -> r.header("Cookie", "REDE_INFO_SESSION=" + session).GET())
            .statusCode()
        == 200;
  }

  /** Every nomination is in force, with each decision, mandate and notice once and no job left. */
  private void assertLedOnce(List<Long> led) {
    assertThat(led).isNotEmpty();
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(
                        numbers(
                            "SELECT id FROM nomination WHERE id IN (:ids) AND state <> 'IN_FORCE'",
                            led))
                    .isEmpty());
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        numbers(
                            """
                            SELECT n.id FROM nomination n WHERE n.id IN (:ids) AND EXISTS (
                              SELECT 1 FROM act_ru_execution e
                               WHERE e.business_key_ = n.id::text
                                 AND e.proc_def_id_ LIKE 'nomination-approval:%')
                            """,
                            led))
                    .isEmpty());
    assertThat(
            numbers(
                """
                SELECT n.id FROM nomination n WHERE n.id IN (:ids)
                   AND (SELECT count(*) FROM appointment a
                         WHERE a.body_id = n.body_id AND a.function = 'FOCAL_POINT') <> 2
                """,
                led))
        .as("without exactly two mandates")
        .isEmpty();
    assertThat(
            numbers(
                """
                SELECT nomination_id FROM nomination_decision WHERE nomination_id IN (:ids)
                 GROUP BY nomination_id, step, decided_by HAVING count(*) > 1
                """,
                led))
        .as("with a step recorded twice")
        .isEmpty();
    assertThat(
            numbers(
                """
                SELECT n.id FROM nomination n WHERE n.id IN (:ids) AND EXISTS (
                  SELECT 1 FROM act_hi_incident i JOIN act_hi_procinst p USING (proc_inst_id_)
                   WHERE p.business_key_ = n.id::text AND p.proc_def_key_ = 'nomination-approval')
                """,
                led))
        .as("with a job that failed for good")
        .isEmpty();
  }

  private List<Long> numbers(String sql, List<Long> led) {
    return jdbc.sql(sql).param("ids", led).query(Long.class).list();
  }

  /** Each notice of these nominations has gone out. */
  private void assertMailed(List<Long> led) throws Exception {
    Set<String> paths = led.stream().map(id -> "/nominations/" + id).collect(Collectors.toSet());
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("SELECT id FROM notice WHERE path IN (:paths) AND state <> 'sent'")
                            .param("paths", paths)
                            .query(Long.class)
                            .list())
                    .isEmpty());
    collectMail();
    List<Long> sent =
        jdbc.sql("SELECT id FROM notice WHERE path IN (:paths)")
            .param("paths", paths)
            .query(Long.class)
            .list();
    assertThat(sent).isNotEmpty();
    assertThat(sent)
        .as("notices without a mail")
        .allMatch(
            id -> mails.keySet().stream().anyMatch(key -> key.startsWith("<notice." + id + ".")));
  }

  private long mailsDoubled() {
    return mails.values().stream().filter(count -> count > 1).count();
  }
}
