package br.gov.sp.prefeitura.redeinfo.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts.PasswordLinkIssued;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("The pages of notices")
class NoticePagesTest {

  @Autowired TestPeople people;
  @Autowired Notices notices;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired EngineClock clock;

  @AfterEach
  void restoreClock() {
    clock.restore();
  }

  /** Other tests told of things in a future of theirs; the outbox begins with the newest. */
  private void goOnAfterAllOthers() {
    Instant newest =
        jdbc.sql("SELECT greatest(now(), max(created_at)) FROM notice")
            .query((row, number) -> row.getTimestamp(1).toInstant())
            .single();
    clock.setTo(newest.plusSeconds(1));
  }

  @Test
  @DisplayName("show a person what they were told, page by page, and nobody else's")
  void showOwnNotices() {
    Person ana = people.person("svma");
    Person bia = people.person("svma");
    for (int i = 1; i <= 27; i++) {
      tell(ana, "A" + i, "motivo");
    }
    tell(bia, "OUTRA", "motivo");
    Visitor visitor = people.signIn(ana);

    HttpResponse<String> first = visitor.get("/notices");
    HttpResponse<String> second = visitor.get(next(first));

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body())
        .contains("Aviso de A27", "Aviso de A3<", "href=\"/tasks/1\"")
        .doesNotContain("Aviso de A2<", "OUTRA");
    assertThat(second.body())
        .contains("Aviso de A2<", "Aviso de A1<")
        .doesNotContain("Aviso de A3<", "rel=\"next\"");
  }

  @Test
  @DisplayName("show whatever a person typed as text")
  void escape() {
    Person ana = people.person("svma");
    tell(ana, "<script>alert(1)</script>", "<img src=x onerror=alert(2)>");

    assertThat(people.signIn(ana).get("/notices").body())
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert", "<img src=x");
  }

  @Test
  @DisplayName("say so when there is nothing to show")
  void sayThatThereIsNothing() {
    assertThat(people.signIn(people.person("svma")).get("/notices").body())
        .contains("Nenhum aviso ainda");
  }

  @Test
  @DisplayName("show administrators each mail as text, and as HTML that can do nothing")
  void showMailsToAdministrators() {
    goOnAfterAllOthers();
    Person ana = people.person("svma");
    long id = tell(ana, "SVMA", "<b>não</b>");
    Visitor admin = administrator();

    assertThat(admin.get("/admin/outbox?state=waiting").body())
        .contains("Aviso de SVMA", ana.name(), "/admin/outbox/" + id);
    assertThat(admin.get("/admin/outbox/" + id).body())
        .contains(ana.email(), "Motivo: &lt;b&gt;não&lt;/b&gt;", "/tasks/1");
    HttpResponse<String> html = admin.get("/admin/outbox/" + id + "/html");
    assertThat(html.body()).contains("Motivo: &lt;b&gt;não&lt;/b&gt;").doesNotContain("<b>");
    assertThat(html.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "sandbox");
  }

  @Test
  @DisplayName("page through the outbox without losing the filter")
  void pageThroughTheOutbox() {
    goOnAfterAllOthers();
    Person ana = people.person("svma");
    for (int i = 0; i < 27; i++) {
      tell(ana, "P" + i, "motivo");
    }
    Visitor admin = administrator();
    HttpResponse<String> first = admin.get("/admin/outbox?state=waiting");

    assertThat(next(first)).contains("state=waiting").contains("before=");
    assertThat(admin.get(next(first)).body()).contains("Aviso de P1<", "Aviso de P0<");
  }

  @Test
  @DisplayName("are closed to whoever does not administer")
  void areClosedToOthers() {
    long id = tell(people.person("svma"), "SVMA", "segredo");
    for (Function function : List.of(Function.COORDINATION, Function.AUDITOR, Function.HEAD)) {
      Visitor other = people.signIn(people.withFunction(function, "svma"));
      for (String path : List.of("", "/" + id, "/" + id + "/html")) {
        HttpResponse<String> answer = other.get("/admin/outbox" + path);
        assertThat(answer.statusCode()).as(function + path).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("segredo");
      }
      assertThat(other.post("/admin/outbox/" + id + "/retry", Map.of()).statusCode())
          .isEqualTo(403);
    }
    assertThat(people.visitor().get("/notices").statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("show nobody a link to choose a password while mails leave")
  void hideSecrets() {
    Person ana = people.person("svma");
    String path = "/password/" + UUID.randomUUID();
    transaction.executeWithoutResult(
        status ->
            events.publishEvent(
                new PasswordLinkIssued(ana.id(), path, false, Instant.now().plusSeconds(3600))));
    long id = newest(ana);
    Visitor admin = administrator();

    for (String page : List.of("", "/" + id, "/" + id + "/html")) {
      HttpResponse<String> answer = admin.get("/admin/outbox" + page);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).doesNotContain(path);
    }
    assertThat(admin.get("/admin/outbox/" + id).body()).contains("não é mostrado");
    assertThat(people.signIn(ana).get("/notices").body()).doesNotContain(path);
  }

  @Test
  @DisplayName("let administrators try again what failed, and nothing else")
  void retryWhatFailed() {
    long id = tell(people.person("svma"), "SVMA", "motivo");
    Visitor admin = administrator();

    assertThat(admin.post("/admin/outbox/" + id + "/retry", Map.of()).statusCode()).isEqualTo(409);

    jdbc.sql("UPDATE notice SET state = 'failed', last_error = 'RECIPIENT_REFUSED' WHERE id = :id")
        .param("id", id)
        .update();
    assertThat(admin.get("/admin/outbox/" + id).body()).contains("A caixa postal não existe");
    HttpResponse<String> retried = admin.post("/admin/outbox/" + id + "/retry", Map.of());
    assertThat(retried.statusCode()).isEqualTo(302);
    assertThat(admin.get("/admin/outbox/" + id).body()).contains("voltou à fila", "aguardando");
  }

  @ParameterizedTest(name = "{0} answers {1}")
  @CsvSource({
    "/admin/outbox?state=nope, 400, Não existe esta situação",
    "/admin/outbox?before=nope, 400, Este endereço de página não é válido",
    "/admin/outbox?before=1-1-1, 400, Este endereço de página não é válido",
    "/admin/outbox?before=999999999999999999-999999999999999999, 200, Caixa de saída",
    "/admin/outbox/0, 404, Esta mensagem não existe",
    "/admin/outbox/-1/html, 404, Esta mensagem não existe",
    "/admin/outbox/nope, 404, Não encontramos esta página",
    "/notices?before=%00, 400, Não entendemos o pedido",
    "/notices?before=9-x, 400, Este endereço de página não é válido"
  })
  @DisplayName("say what is wrong with an address")
  void sayWhatIsWrong(String path, int status, String words) {
    HttpResponse<String> answer = administrator().get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
  }

  private Visitor administrator() {
    return people.signIn(people.withFunction(Function.ADMINISTRATOR, "seri"));
  }

  private long tell(Person person, String acronym, String reason) {
    transaction.executeWithoutResult(
        status ->
            notices.send(
                Notice.toPersons(
                    "pages:" + UUID.randomUUID(),
                    "test-plain",
                    Map.of("bodyAcronym", acronym, "reason", reason),
                    "/tasks/1",
                    List.of(person.id()))));
    return newest(person);
  }

  private long newest(Person person) {
    return jdbc.sql("SELECT max(id) FROM notice WHERE recipient_id = :person")
        .param("person", person.id())
        .query(Long.class)
        .single();
  }

  private static String next(HttpResponse<String> page) {
    Matcher link =
        Pattern.compile("rel=\"next\" href=\"([^\"]+)\"|href=\"([^\"]+)\"[^>]*rel=\"next\"")
            .matcher(page.body());
    assertThat(link.find()).as("a link to the next page").isTrue();
    return (link.group(1) != null ? link.group(1) : link.group(2)).replace("&amp;", "&");
  }
}
