package br.gov.sp.prefeitura.redeinfo.outreach;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.journey.Screenshots;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Measure;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.Campaigns;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("The pages of campaigns")
class OutreachPagesTest {

  @Autowired Campaigns campaigns;
  @Autowired TrainingLife life;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private Body body;
  private Person writer;
  private Person approver;

  @BeforeEach
  void twoOfTheCoordination() {
    body = campaigns.body();
    writer = people.withFunction(Function.COORDINATION, "seri");
    approver = people.withFunction(Function.COORDINATION, "seri");
  }

  @Test
  @DisplayName("take the coordination from a list of contacts to the figures of a wave")
  void fromContactsToFigures() {
    importContacts(30);
    try (Browser browser = Browser.launch()) {
      Page page = browser.page("http://localhost:" + port, Screen.PHONE);
      Browser.signIn(page, writer.username(), TestPeople.PASSWORD);
      page.navigate("/outreach/contacts?body=" + body.slug());
      assertThat(page.locator("main tbody tr")).hasCount(30);
      look(page, "outreach-contacts");
      page.navigate("/outreach/new");
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator("#title-error")).hasText("Preencha este campo.");
      look(page, "outreach-errors");
      page.fill("#title", "Volta à rede");
      page.check("#audience-CONTACTS");
      page.check("#bodies-chosen");
      page.locator("main details.nested summary").click();
      page.check("#body-" + body.id());
      page.fill("#subject", "{name}, a rede está de volta");
      page.fill("#message", "Você já esteve na rede.\n\nEm {body} há lugar para você.");
      page.fill("[id='waves[0].day']", campaigns.today().plusDays(2).toString());
      page.selectOption("[id='waves[0].measure']", "SHARE");
      page.fill("[id='waves[0].amount']", "50");
      page.fill("[id='waves[1].day']", campaigns.today().plusDays(9).toString());
      page.selectOption("[id='waves[1].measure']", "REST");
      page.fill("#closesOn", campaigns.today().plusDays(40).toString());
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator(".notice--success")).containsText("Nada foi enviado");
      look(page, "outreach-draft");
      long id = Long.parseLong(page.url().replaceAll(".*/", ""));
      page.navigate("/outreach/" + id + "/preview");
      assertThat(page.locator(".mail-text")).containsText("Em " + body.name() + " há lugar");
      look(page, "outreach-preview");
      page.navigate("/outreach/" + id + "/submission");
      assertThat(page.locator("main .lead")).hasText("30 pessoas em 1 órgão");
      look(page, "outreach-submission");
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator("main .tag").first()).hasText("Aguarda aprovação");

      campaigns.runJobs(id);
      campaigns.answer(id, Campaigns.APPROVE, approver, Map.of("decision", "approve"));
      life.fireOnly(Campaigns.KEY, id, "intermediateCatchEvent_WaveDay");
      campaigns.step(id);
      campaigns.step(id);
      page.navigate("/outreach/" + id);
      assertThat(page.locator("#progress label")).hasText("10 de 15 enviados");
      Screenshots.take(page, "outreach-sending");
      campaigns.runJobs(id);
      assertThat(page.locator("#progress")).containsText("15 convites enviados");
      page.reload();
      look(page, "outreach-running");
      page.navigate("/outreach");
      look(page, "outreach-list");
      page.navigate(optOutPath(id));
      look(page, "outreach-opt-out");
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator("main [role=status]")).containsText("Pronto");
      look(page, "outreach-opted-out");
    }
  }

  @Test
  @DisplayName("page by key, give the figures as CSV and the mail as HTML that loads nothing")
  void listsAndFiles() {
    campaigns.contacts(body, 51);
    Visitor visitor = people.signIn(writer);
    String contacts = visitor.get("/outreach/contacts?body=" + body.slug()).body();
    assertThat(contacts).contains("rel=\"next\"");
    String next = contacts.replaceAll("(?s).*href=\"([^\"]*before=\\d+)\".*", "$1");
    String rest = visitor.get(next.replace("&amp;", "&")).body();
    assertThat(rest).contains("Contato Inventado 1<").doesNotContain("rel=\"next\"");

    long id = campaigns.running(campaigns.plan(body, campaigns.wave(1, Measure.PEOPLE, 7)));
    campaigns.waveDay(id);
    assertThat(visitor.get("/outreach/" + id + "/figures.csv").body())
        .contains("Órgão;Nome do órgão;Convidados;Responderam;Aderiram")
        .contains(body.acronym() + ";" + body.name() + ";7;0;0");
    var html = visitor.get("/outreach/" + id + "/preview/html");
    assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(html.body()).contains("/opt-out/").doesNotContain("<img", "<script");
    assertThat(visitor.get("/outreach/" + id + "?lang=en").body())
        .contains("What came of it by body");
    assertThat(visitor.get("/outreach/" + id + "/edit").statusCode()).isEqualTo(409);
  }

  /** As the coordination does, on the page for lists. */
  private void importContacts(int number) {
    StringBuilder list = new StringBuilder("Nome;E-mail institucional;Órgão;Origem\n");
    for (int i = 1; i <= number; i++) {
      list.append(
          "Contato %d;lista%d@%s;%s;Rede INFO 2012\n"
              .formatted(i, i, body.mailDomains().get(0), body.acronym()));
    }
    Visitor visitor = people.signIn(writer);
    String wrong = list.toString().replace("lista2@", "sem arroba");
    String shown = send(visitor, wrong);
    assertThat(visitor.get(shown).body())
        .contains("Escreva um endereço como", "1 linha está recusada");
    String address = send(visitor, list.toString());
    String preview = visitor.get(address).body();
    String fingerprint = preview.replaceAll("(?s).*name=\"fingerprint\" value=\"(\\w+)\".*", "$1");
    assertThat(visitor.post(address + "/apply", Map.of("fingerprint", fingerprint)).statusCode())
        .isEqualTo(302);
  }

  private static String send(Visitor visitor, String list) {
    return visitor
        .postFile(
            "/imports",
            Map.of("kind", "CONTACTS"),
            "contatos.csv",
            list.getBytes(StandardCharsets.UTF_8))
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private String optOutPath(long id) {
    return jdbc.sql("SELECT opt_out_path FROM letter WHERE event_key = ? LIMIT 1")
        .param("campaign:" + id)
        .query(String.class)
        .single();
  }

  private static void look(Page page, String name) {
    for (Screen screen : Screen.values()) {
      Browser.resize(page, screen);
      Browser.assertAccessible(page);
      Screenshots.take(page, name + "-" + screen.name().toLowerCase(Locale.ROOT));
    }
  }
}
