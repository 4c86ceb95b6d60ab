package br.gov.sp.prefeitura.redeinfo.statute;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.journey.Screenshots;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteVersion;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("The statute in a browser")
class StatuteInBrowserTest {

  @Autowired StatuteLife statute;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  @Test
  @DisplayName("is written and published, accepted in Tasklist, and its plan filled with a target")
  void fromDraftToPlan() {
    Person coordinator = people.withFunction(Function.COORDINATION, "cgm");
    Person member = people.withFunction(Function.VOLUNTEER, "svma");
    statute.publish(new StatuteText("A rede é aberta.", "Titulares.", "Participar.", "Oficinas."));
    StatuteVersion version =
        statute.publishFor(
            new StatuteText(
                "A rede é aberta a todos.\n\nO que ela faz é público.",
                "Titulares, suplentes e pessoas voluntárias.",
                "Participar.",
                "Oficinas e encontros."),
            member);
    try (Browser browser = Browser.launch()) {
      Page page = browser.page("http://localhost:" + port, Screen.PHONE);
      Browser.signIn(page, member.username(), TestPeople.PASSWORD);
      page.navigate("/statute");
      look(page, "statute-to-accept");
      page.locator("main .card .button").click();
      page.waitForSelector(".fjs-form");
      page.getByLabel("Li o estatuto e aceito").check();
      Screenshots.take(page, "statute-accept-form");
      page.getByText("Concluir").last().click();
      page.waitForSelector(
          ".fjs-form", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
      assertThat(statute.state(statute.request(version, member))).isEqualTo("ACCEPTED");
      page.navigate(version.path() + "/changes");
      look(page, "statute-changes");

      Page desk = browser.page("http://localhost:" + port, Screen.DESKTOP);
      Browser.signIn(desk, coordinator.username(), TestPeople.PASSWORD);
      desk.navigate(version.path() + "/acceptances");
      assertThat(desk.locator("main .rows")).containsText(member.name());
      look(desk, "statute-acceptances");
      desk.navigate("/statute/draft");
      desk.fill("#roles", "Papéis novos.");
      look(desk, "statute-draft");
      desk.locator("main form button[value=preview]").click();
      assertThat(desk.locator("main")).containsText("Papéis novos.");
      desk.locator("main .actions .button").first().click();
      desk.locator("main form button[type=submit]").click();
      assertThat(desk.locator("#act-error")).hasText("Preencha este campo.");
      look(desk, "statute-publication-errors");
      desk.navigate("/statute/versions");
      look(desk, "statute-versions");

      int year = statute.freeYear();
      statute.publishedPlan(year);
      desk.navigate("/plan/" + year);
      look(desk, "plan");
      desk.locator("main .page-head .button").click();
      look(desk, "plan-target");
    }
  }

  private static void look(Page page, String name) {
    for (Screen screen : Screen.values()) {
      Browser.resize(page, screen);
      Browser.assertAccessible(page);
      Screenshots.take(page, name + "-" + screen.name().toLowerCase(Locale.ROOT));
    }
  }
}
