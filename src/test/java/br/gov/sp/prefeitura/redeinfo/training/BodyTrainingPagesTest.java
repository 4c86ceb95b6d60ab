package br.gov.sp.prefeitura.redeinfo.training;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.journey.Screenshots;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("The pages of bodies' own trainings")
class BodyTrainingPagesTest {

  @Autowired BodyTrainings trainings;
  @Autowired TestPeople people;
  @Autowired TrainingLife life;
  @LocalServerPort int port;

  private Body body;
  private Person member;
  private Person coordinator;

  @BeforeEach
  void aBody() {
    body = trainings.body();
    member = trainings.member(body);
    coordinator = people.withFunction(Function.COORDINATION, "seri");
  }

  @Test
  @DisplayName("take a member from announcing to the figure that anybody reads in the directory")
  void fromAnnouncementToFigure() {
    try (Browser browser = Browser.launch()) {
      Page page = browser.page("http://localhost:" + port, Screen.PHONE);
      Browser.signIn(page, member.username(), TestPeople.PASSWORD);
      page.navigate("/body-trainings");
      look(page, "body-trainings-none");
      page.locator("main a.button").click();
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator("#title-error")).hasText("Preencha este campo.");
      look(page, "body-training-errors");
      page.fill("#title", "Pedidos de informação no dia a dia");
      page.fill("#day", trainings.today().toString());
      page.fill("#hours", "1,5");
      page.fill("#expectedPeople", "20");
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator(".notice--success")).containsText("Treinamento anunciado");
      look(page, "body-training");
      long id = Long.parseLong(page.url().replaceAll(".*/", ""));

      trainings.dayPasses(id);
      page.reload();
      page.locator("main .card .button").first().click();
      page.waitForSelector(".fjs-form");
      page.getByLabel("Sim").check();
      page.getByLabel("Quantas pessoas participaram").fill("18");
      page.getByLabel("Quantas horas durou").fill("2");
      Screenshots.take(page, "body-training-report");
      page.getByText("Concluir").last().click();
      page.waitForSelector(
          ".fjs-form",
          new Page.WaitForSelectorOptions()
              .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

      life.runJobs();
      trainings.answer(id, BodyTrainings.APPROVE, coordinator, Map.of("decision", "approve"));
      page.navigate("/body-trainings/" + id);
      look(page, "body-training-counted");
      page.navigate("/bodies/" + body.slug());
      assertThat(page.locator("[aria-labelledby=body-trainings] .figure").first())
          .containsText("1");
      Page anybody = browser.page("http://localhost:" + port, Screen.DESKTOP);
      anybody.navigate("/directory/" + body.slug());
      assertThat(anybody.locator("[aria-labelledby=body-trainings]")).containsText("18");
      look(anybody, "body-training-public");
    }
  }

  @Test
  @DisplayName("page by key, filter by state, and show each body its own alone")
  void list() {
    long first = trainings.announce(body, member);
    for (int i = 0; i < 25; i++) {
      trainings.announce(body, member);
    }
    Visitor visitor = people.signIn(member);
    String newest = visitor.get("/body-trainings?state=ANNOUNCED").body();
    assertThat(newest).doesNotContain("/body-trainings/" + first + "\"").contains("rel=\"next\"");
    String next = newest.replaceAll("(?s).*href=\"([^\"]*before=[^\"]*)\".*", "$1");
    assertThat(visitor.get(next.replace("&amp;", "&")).body())
        .contains("/body-trainings/" + first + "\"")
        .doesNotContain("rel=\"next\"");
    assertThat(visitor.get("/body-trainings?state=APPROVED").body()).contains("Nenhum treinamento");

    Visitor other = people.signIn(trainings.member(trainings.body()));
    assertThat(other.get("/body-trainings").body()).contains("Nenhum treinamento");
    assertThat(other.get("/body-trainings/" + first).statusCode()).isEqualTo(404);
  }

  private static void look(Page page, String name) {
    for (Screen screen : Screen.values()) {
      Browser.resize(page, screen);
      Browser.assertAccessible(page);
      Screenshots.take(page, name + "-" + screen.name().toLowerCase(Locale.ROOT));
    }
  }
}
