package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence.Purpose;
import br.gov.sp.prefeitura.redeinfo.shared.links.LocalProbe;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("Links among the evidence")
class LinkCheckTest {

  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired Bodies directory;
  @Autowired DraftService drafts;
  @Autowired EvidenceService service;
  @Autowired EvidenceQueries queries;
  @Autowired EvidenceProperties properties;
  @Autowired PilotRepository pilots;
  @Autowired Notices notices;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final AtomicInteger status = new AtomicInteger(200);
  private final AtomicInteger asked = new AtomicInteger();
  private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private HttpServer server;
  private SignedIn author;
  private long pilot;
  private long link;

  @BeforeEach
  void aLink() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
    Body body = bodies.make();
    Person person = people.withFunction(Function.VOLUNTEER, body.slug());
    author =
        new SignedIn(
            person.id(), person.username(), person.name(), Set.of(Groups.members(body.slug())));
    pilot = drafts.begin(body.id(), "Dados na praça", author);
    link =
        service.addLink(
            pilot,
            new NewEvidence(Purpose.PROPOSAL, "Página da praça", false),
            "http://127.0.0.1:" + server.getAddress().getPort() + "/",
            author);
    jdbc.sql("UPDATE pilot_evidence SET link_checked_at = now() WHERE kind = 'LINK' AND id <> ?")
        .param(link)
        .update();
  }

  @AfterEach
  void end() {
    server.stop(0);
    jdbc.sql("UPDATE pilot_evidence SET removed_at = now(), removed_by = 1 WHERE id = ?")
        .param(link)
        .update();
  }

  @Test
  @DisplayName("are left alone for a week when they work")
  void workingLinks() {
    run();
    assertThat(item().isDead()).isFalse();
    assertThat(item().linkCheckedAt()).isEqualTo(now);
    int first = asked.get();
    assertThat(first).isPositive();
    later(Duration.ofDays(6));
    run();
    assertThat(asked).hasValue(first);
    later(Duration.ofDays(1));
    run();
    assertThat(asked).hasValueGreaterThan(first);
  }

  @Test
  @DisplayName("are dead when they failed twice in a row; the sponsor hears of it once")
  void deadLinks() {
    status.set(404);
    run();
    assertThat(item().isDead()).isFalse();
    assertThat(told()).isZero();
    later(Duration.ofDays(1));
    run();
    assertThat(item().isDead()).isTrue();
    assertThat(told()).isEqualTo(1);
    later(Duration.ofDays(7));
    run();
    assertThat(told()).isEqualTo(1);
    assertThat(
            notices.recent(author.personId(), 5).stream()
                .filter(notice -> notice.path().equals("/pilots/" + pilot + "/evidence")))
        .singleElement()
        .satisfies(notice -> assertThat(notice.text()).contains("Página da praça"));
  }

  @Test
  @DisplayName("live again as soon as they work, and are told of anew should they die once more")
  void revivedLinks() {
    status.set(500);
    run();
    later(Duration.ofDays(1));
    run();
    status.set(200);
    later(Duration.ofDays(7));
    run();
    assertThat(item().isDead()).isFalse();
    status.set(500);
    later(Duration.ofDays(7));
    run();
    later(Duration.ofDays(1));
    run();
    assertThat(told()).isEqualTo(2);
  }

  private void run() {
    LinkCheck check =
        new LinkCheck(
            LocalProbe.make(),
            properties,
            pilots,
            directory,
            notices,
            jdbc,
            transaction,
            Clock.fixed(now, ZoneOffset.UTC));
    check.run();
    check.destroy();
  }

  private void later(Duration time) {
    now = now.plus(time).truncatedTo(ChronoUnit.MILLIS);
    jdbc.sql("UPDATE pilot_evidence SET link_checked_at = ? WHERE kind = 'LINK' AND id <> ?")
        .param(Timestamp.from(now))
        .param(link)
        .update();
  }

  private Evidence item() {
    return queries.list(pilot, author).items().get(0);
  }

  private long told() {
    return jdbc.sql("SELECT count(*) FROM notice WHERE event_key LIKE ?")
        .param("pilot-evidence:" + link + ":dead:%")
        .query(Long.class)
        .single();
  }
}
