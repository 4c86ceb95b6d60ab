package br.gov.sp.prefeitura.redeinfo.cover;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.journey.Screenshots;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.ConfirmationLife;
import br.gov.sp.prefeitura.redeinfo.support.Covers;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("The pages of covers")
class CoverPagesTest {

  @Autowired Covers covers;
  @Autowired BodyTrainings trainings;
  @Autowired ConfirmationLife confirmations;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  private Body body;
  private Person absent;
  private Person substitute;

  @BeforeEach
  void twoOfABody() {
    body = trainings.body();
    absent = trainings.member(body);
    substitute = people.withFunction(Function.OFFICE, body.slug());
  }

  @Test
  @DisplayName("take somebody from naming a substitute to the substitute's start page, on a phone")
  void fromNamingToTheTask() {
    long training = trainings.announce(body, absent);
    trainings.dayPasses(training);
    Person head = people.withFunction(Function.HEAD, body.slug());
    try (Browser browser = Browser.launch()) {
      Page page = browser.page("http://localhost:" + port, Screen.PHONE);
      Browser.signIn(page, absent.username(), TestPeople.PASSWORD);
      page.navigate("/cover");
      look(page, "covers-none");
      page.locator("main a.button").first().click();
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator("#substituteId-error")).hasText("Escolha quem substitui.");
      look(page, "cover-errors");
      page.selectOption("#substituteId", String.valueOf(head.id()));
      page.fill("#startsAt", trainings.today() + "T00:00");
      page.fill("#endsAt", trainings.today().plusDays(3) + "T18:00");
      page.getByLabel("Só os processos marcados").check();
      page.getByLabel("Treinamento de um órgão").check();
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator(".notice--success")).containsText("Substituição nomeada");
      assertThat(page.locator("main .row")).containsText("Treinamento de um órgão");
      look(page, "covers");

      Page other = browser.page("http://localhost:" + port, Screen.PHONE);
      Browser.signIn(other, head.username(), TestPeople.PASSWORD);
      assertThat(other.locator("[aria-labelledby=covered]")).containsText(absent.name());
      look(other, "covered-on-home");
      other.locator("[aria-labelledby=covered] a").first().click();
      other.waitForSelector(".fjs-form");
      Screenshots.take(other, "covered-task");
    }
  }

  @Test
  @DisplayName(
      "show auditors who has confirmed their focal points, with nothing in the way of anybody")
  void confirmationsInBrowser() {
    confirmations.focalPoint(body, Track.OPEN_GOVERNMENT, Seat.TITULAR);
    long asked = confirmations.asked(body);
    try (Browser browser = Browser.launch()) {
      Page page = browser.page("http://localhost:" + port, Screen.PHONE);
      Browser.signIn(page, substitute.username(), TestPeople.PASSWORD);
      page.navigate("/bodies/" + body.slug());
      page.locator("[aria-labelledby=confirmation] a.button").click();
      page.waitForSelector(".fjs-form");
      page.getByLabel("Não, algo mudou").check();
      Screenshots.take(page, "confirm-focal-points");
      page.getByLabel("Sim, nada mudou").check();
      page.getByText("Concluir").last().click();
      page.waitForSelector(
          ".fjs-form",
          new Page.WaitForSelectorOptions()
              .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
      confirmations.runJobs(asked);
      Page auditor = browser.page("http://localhost:" + port, Screen.DESKTOP);
      Browser.signIn(
          auditor, people.withFunction(Function.AUDITOR, "seri").username(), TestPeople.PASSWORD);
      auditor.navigate("/confirmations?round=" + confirmations.roundOf(asked));
      assertThat(auditor.locator("main .row")).containsText(substitute.name());
      look(auditor, "confirmations");
    }
  }

  @Test
  @DisplayName("let the substitute refuse, and nobody else touch the cover")
  void refuses() {
    long cover = covers.name(absent, substitute);
    Visitor stranger = people.signIn(trainings.member(body));
    assertThat(stranger.get("/cover").body()).doesNotContain(absent.name());
    assertThat(stranger.post("/cover/" + cover + "/end", Map.of()).statusCode()).isEqualTo(404);
    Visitor visitor = people.signIn(substitute);
    assertThat(visitor.get("/cover").body()).contains(absent.name(), "Recusar");
    assertThat(visitor.post("/cover/" + cover + "/end", Map.of()).statusCode()).isEqualTo(302);
    assertThat(covers.endReason(cover)).isEqualTo("REFUSED");
    assertThat(visitor.post("/cover/" + cover + "/end", Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  @DisplayName(
      "let the coordination name somebody for who is away, with a reason, and never itself")
  void byTheCoordination() {
    Person coordinator = people.withFunction(Function.COORDINATION, body.slug());
    Visitor coordination = people.signIn(coordinator);
    String page = coordination.get("/cover/new?email=" + absent.email()).body();
    assertThat(page).contains(substitute.email()).doesNotContain(coordinator.email());
    Map<String, String> typed = typed();
    assertThat(coordination.post("/cover/new", typed).body()).contains("Diga o motivo");
    typed.put("reason", "Licença médica, sem acesso.");
    assertThat(coordination.post("/cover/new", typed).statusCode()).isEqualTo(302);
    assertThat(coordination.get("/cover/all").body()).contains("Licença médica");
    assertThat(coordination.post("/cover/new", typed).statusCode()).isEqualTo(409);
    typed.put("substituteId", String.valueOf(coordinator.id()));
    assertThat(coordination.post("/cover/new", typed).statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("name nobody of another body, and nothing for another person")
  void namesNobodyElse() {
    Visitor visitor = people.signIn(absent);
    Map<String, String> typed = typed();
    Person elsewhere = trainings.member(trainings.body());
    typed.put("substituteId", String.valueOf(elsewhere.id()));
    assertThat(visitor.post("/cover/new", typed).body()).contains("Escolha alguém do mesmo órgão");
    assertThat(visitor.get("/cover/new").body()).doesNotContain(elsewhere.email());
    typed.put("absentId", String.valueOf(substitute.id()));
    assertThat(visitor.post("/cover/new", typed).statusCode()).isEqualTo(404);
    assertThat(visitor.get("/cover/new?email=" + substitute.email()).statusCode()).isEqualTo(404);
  }

  private Map<String, String> typed() {
    Map<String, String> typed = new HashMap<>();
    typed.put("absentId", String.valueOf(absent.id()));
    typed.put("substituteId", String.valueOf(substitute.id()));
    typed.put("startsAt", trainings.today() + "T00:00");
    typed.put("endsAt", trainings.today().plusDays(3) + "T18:00");
    return typed;
  }

  private static void look(Page page, String name) {
    for (Screen screen : Screen.values()) {
      Browser.resize(page, screen);
      Browser.assertAccessible(page);
      Screenshots.take(page, name + "-" + screen.name().toLowerCase(Locale.ROOT));
    }
  }
}
