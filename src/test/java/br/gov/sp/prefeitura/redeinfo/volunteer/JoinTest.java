package br.gov.sp.prefeitura.redeinfo.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.support.Enlistments;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter.Count;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox.Mail;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment.State;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.JoinRequests;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.VolunteerQueries;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("Joining by the public page")
class JoinTest {

  private static final String ASKED = "Se o endereço estiver certo";

  @Autowired Enlistments enlistments;
  @Autowired JoinRequests requests;
  @Autowired VolunteerQueries queries;
  @Autowired Statutes statutes;
  @Autowired TestBodies bodies;
  @Autowired TestPeople people;
  @Autowired TestMailbox mailbox;
  @Autowired Clock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private Body body;
  private Visitor visitor;

  @BeforeEach
  void visit() {
    body = bodies.make();
    visitor = people.visitor();
    // Other tests use the form from the same machine.
    jdbc.sql("DELETE FROM attempt").update();
  }

  @Test
  @DisplayName("goes by a mailed link that works once, to an enlistment that waits")
  void joins() {
    String email = enlistments.address(body);
    assertThat(visitor.get("/join").body()).contains("Quero participar", body.acronym());
    assertThat(ask(email).body()).contains(ASKED);
    Mail mail = mail(email);
    assertThat(mail.subject()).contains("confirme o seu endereço");
    assertThat(mail.text()).doesNotContain("Interessada");
    String path = "/join/" + Enlistments.secret(mail.text());

    HttpResponse<String> page = visitor.get(path);
    assertThat(page.body()).contains(email, "Interessada Inventada");
    assertThat(visitor.get(path).statusCode()).isEqualTo(200);
    HttpResponse<String> incomplete = visitor.post(path, Map.of("motivation", "Porque sim"));
    assertThat(incomplete.statusCode()).isEqualTo(400);
    assertThat(incomplete.body()).contains("Porque sim", "Preencha este campo.");

    HttpResponse<String> sent = visitor.post(path, details());
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    assertThat(sent.body()).contains("O pedido foi enviado");
    Enlistment waiting = queries.enlistments(List.of(body.id()), null, null, 10).get(0);
    assertThat(waiting)
        .returns(State.WAITING, Enlistment::state)
        .returns(email, Enlistment::email)
        .returns("Unidade inventada", Enlistment::unit);
    assertThat(visitor.get(path).statusCode()).isEqualTo(404);
    assertThat(visitor.post(path, details()).statusCode()).isEqualTo(404);

    enlistments.runJobs();
    Mail received = mailbox.to(email).get(1);
    String withdrawal = "/join/withdrawal/" + Enlistments.secret(received.text());
    assertThat(visitor.get(withdrawal).body()).contains("Desistir do pedido");
    assertThat(visitor.post(withdrawal, Map.of()).body()).contains("O pedido foi retirado");
    assertThat(visitor.get(withdrawal).statusCode()).isEqualTo(404);
    assertThat(enlistments.get(waiting.id()).state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  @DisplayName("answers everybody alike, in words and in what it asks the database")
  void tellsNothing() {
    Person member = people.withFunction(Function.VOLUNTEER, body.slug());
    Person former = people.stranger(body.slug());
    Applicant waiting = enlistments.applicant(body);
    enlistments.enlist(waiting);
    List<String> addresses =
        List.of(enlistments.address(body), member.email(), former.email(), waiting.email());
    visitor.get("/join");
    List<String> answers = new ArrayList<>();
    List<Long> statements = new ArrayList<>();

    whileNoLetterIsWritten(
        () -> {
          for (String address : addresses) {
            Count count = StatementCounter.count(() -> answers.add(answer(address)));
            statements.add(count.statements());
          }
        });

    assertThat(statements).as("statements for %s", addresses).allMatch(statements.get(0)::equals);
    assertThat(answers).allMatch(answer -> answer.equals(answers.get(0)));
    assertThat(mail(member.email()).subject()).contains("já tem acesso");
    assertThat(mail(former.email()).subject()).contains("confirme");
    assertThat(mailbox.to(waiting.email()))
        .anyMatch(mail -> mail.subject().contains("aguarda decisão"));
  }

  @Test
  @DisplayName("writes to an address a few times in an hour at most, whatever is asked")
  void isBounded() {
    String email = enlistments.address(body);
    JoinRequests.Request request = new JoinRequests.Request(body.id(), email, "Interessada");
    for (int i = 0; i < 5; i++) {
      requests.receive(request);
    }
    assertThat(rows(email)).isEqualTo(1);
    for (int i = 0; i < 5; i++) {
      jdbc.sql(
              """
              UPDATE join_request SET requested_at = requested_at - interval '10 minutes'
               WHERE email = ?
              """)
          .param(email)
          .update();
      requests.receive(request);
    }
    assertThat(rows(email)).isEqualTo(3);
  }

  @Test
  @DisplayName("writes no more letters in an hour than it may, to all addresses together")
  void isBoundedForAll() {
    jdbc.sql(
            """
            INSERT INTO join_request (email, body_id, name, requested_at, valid_until)
            SELECT 'flood-' || n || '@flood.example', :body, 'x', :now, :now
              FROM generate_series(1, 300) AS n
            """)
        .param("body", body.id())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    try {
      String email = enlistments.address(body);
      requests.receive(new JoinRequests.Request(body.id(), email, "Interessada"));
      assertThat(rows(email)).isZero();
    } finally {
      jdbc.sql("DELETE FROM join_request WHERE email LIKE 'flood-%'").update();
    }
  }

  @Test
  @DisplayName("refuses at the field what is no address of the body, and keeps what was typed")
  void refusesAtTheField() {
    HttpResponse<String> foreign = ask("ana@gmail.example");
    assertThat(foreign.statusCode()).isEqualTo(400);
    assertThat(foreign.body())
        .contains("id=\"email-error\"", body.mailDomains().get(0), "ana@gmail.example");
    HttpResponse<String> nothing = visitor.post("/join", Map.of());
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(nothing.body())
        .contains("bodyId-error", "email-error", "name-error", "privacy-error");
    HttpResponse<String> hostile =
        visitor.post(
            "/join",
            Map.of("bodyId", "1 OR 1=1", "email", "<script>@x\r\nBcc: a@b.c", "name", "\u202e"));
    assertThat(hostile.statusCode()).isEqualTo(400);
    assertThat(hostile.body()).doesNotContain("<script>@x");
  }

  @Test
  @DisplayName("makes whoever asks again and again wait, and says so")
  void isThrottled() {
    String email = "um@" + body.mailDomains().get(0);
    assertThat(ask(email).statusCode()).isEqualTo(200);
    // As if it were the three-hundredth within the hour.
    jdbc.sql("UPDATE attempt SET failures = 300").update();
    assertThat(ask(email).statusCode()).isEqualTo(200);

    HttpResponse<String> answer = ask(email);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("Muitos pedidos vieram deste lugar", "um@");
    jdbc.sql("DELETE FROM attempt").update();
  }

  @Test
  @DisplayName("opens nothing with a link that is made up, used or too old")
  void refusesOtherLinks() {
    for (String secret :
        List.of("x", "a".repeat(43), "%00", "..%2f..", "a".repeat(3000), "<script>")) {
      String path = secret.replace("<", "%3C").replace(">", "%3E");
      assertThat(visitor.get("/join/" + path).statusCode()).as(secret).isBetween(400, 414);
      assertThat(visitor.post("/join/withdrawal/" + path, Map.of()).statusCode())
          .as(secret)
          .isBetween(400, 414);
    }
    String email = enlistments.address(body);
    requests.receive(new JoinRequests.Request(body.id(), email, "Interessada"));
    String secret = Enlistments.secret(mail(email).text());
    jdbc.sql("UPDATE join_request SET valid_until = now() - interval '1 second' WHERE email = ?")
        .param(email)
        .update();
    assertThat(visitor.get("/join/" + secret).statusCode()).isEqualTo(404);
    assertThat(
            jdbc.sql("SELECT count(*) FROM letter WHERE address = ? AND path IS NOT NULL")
                .param(email)
                .query(Long.class)
                .single())
        .isZero();
  }

  private HttpResponse<String> ask(String email) {
    return visitor.post(
        "/join",
        Map.of(
            "bodyId",
            String.valueOf(body.id()),
            "email",
            email,
            "name",
            "Interessada Inventada",
            "privacy",
            "true"));
  }

  /** The page without the token against forged requests. */
  private String answer(String email) {
    String page = ask(email).body();
    assertThat(page).contains(ASKED);
    return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  private Map<String, String> details() {
    Map<String, String> details = new HashMap<>();
    details.put("name", "Interessada Inventada");
    details.put("bond", "EFETIVO");
    details.put("unit", "Unidade inventada");
    details.put("interest", "BOTH");
    details.put("motivation", "Quero ajudar.");
    statutes
        .inForce()
        .ifPresent(
            version -> {
              details.put("statute", "true");
              details.put("statuteVersion", String.valueOf(version.id()));
            });
    return details;
  }

  /** The letter is written after the answer. */
  private Mail mail(String email) {
    Awaitility.await().until(() -> !mailbox.to(email).isEmpty());
    return mailbox.to(email).get(0);
  }

  /** Holds the first of them up, so that what is counted is the answers' alone. */
  private void whileNoLetterIsWritten(Runnable work) {
    String held = enlistments.address(body);
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('join_request ' || ?, 0))")
              .param(held)
              .query((row, number) -> true)
              .single();
          ask(held);
          Awaitility.await().until(this::isHeldUp);
          work.run();
        });
  }

  private boolean isHeldUp() {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)")
        .query(Boolean.class)
        .single();
  }

  private long rows(String email) {
    return jdbc.sql("SELECT count(*) FROM join_request WHERE email = ?")
        .param(email)
        .query(Long.class)
        .single();
  }
}
