package br.gov.sp.prefeitura.redeinfo.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@IntegrationTest
@DisplayName("Our pages in a real browser")
class PagesInBrowserTest {

  private static Browser browser;

  @Autowired TestPeople people;
  @Autowired AutowireCapableBeanFactory beans;

  private NominationWorld world;
  private Body body;
  private Person coordinator;
  private long round;
  private long nomination;

  @BeforeAll
  static void launch() {
    browser = Browser.launch();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void openARound() {
    world = beans.createBean(NominationWorld.class);
    body = world.body();
    coordinator = people.withFunction(Function.COORDINATION, "cgm");
    people.withFunction(Function.VOLUNTEER, body.slug());
    round = world.openRound(coordinator, Set.of(Track.OPEN_GOVERNMENT), List.of(body));
    world.runJobs();
    nomination = world.nominationOf(round, body);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Screen.class)
  @DisplayName("are accessible and fit the screen, for the public")
  void areAccessibleToThePublic(Screen screen) {
    Page page = browser.page(people.visitor().address(), screen);
    look(
        page,
        "/",
        "/directory",
        "/directory?q=nada+disso",
        "/directory/svma",
        "/login",
        "/password/forgot",
        "/directory/nenhum",
        "/privacy-notice",
        "/?lang=en");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Screen.class)
  @DisplayName("are accessible and fit the screen, for the coordination")
  void areAccessibleToTheCoordination(Screen screen) {
    Page page = signedIn(screen, coordinator);
    String appointments = "/bodies/" + body.slug() + "/appointments";
    look(
        page,
        "/",
        "/bodies",
        "/bodies/" + body.slug(),
        appointments + "/new",
        appointments + "/new?q=inventada",
        appointments + "/new?new=1",
        "/network/appointments",
        "/network/appointments/new?new=1",
        "/rounds",
        "/rounds/new",
        "/rounds/" + round,
        "/rounds/" + round + "?only=OVERDUE",
        "/rounds/vacancies",
        "/rounds/vacancies?all=true",
        "/nominations/" + nomination,
        "/nominations/" + nomination + "/withdraw",
        "/notices",
        "/me/data",
        "/privacy",
        "/privacy/run");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Screen.class)
  @DisplayName("are accessible and fit the screen, for who administers")
  void areAccessibleToAdministrators(Screen screen) {
    Page page = signedIn(screen, people.withFunction(Function.ADMINISTRATOR, "cgm"));
    look(page, "/admin/appointments", "/admin/appointments/new?new=1", "/admin/outbox");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Screen.class)
  @DisplayName("are accessible with everything wrong on a form, which comes first to the reader")
  void areAccessibleWithErrors(Screen screen) {
    Page page = signedIn(screen, coordinator);
    page.navigate("/rounds/new");
    page.fill("[name=deadline]", "");
    page.click("button[value=REVIEW]");
    page.waitForSelector("form .notice--danger");
    Browser.assertAccessible(page);
    assertThat(page.evaluate("document.activeElement.className")).asString().contains("notice");

    page.navigate("/bodies/" + body.slug() + "/appointments/new?new=1");
    page.click("main form button[type=submit]");
    page.waitForSelector("form .notice--danger");
    Browser.assertAccessible(page);
  }

  @Test
  @DisplayName("lead by keyboard alone to what is asked")
  void areUsableByKeyboard() {
    Page page = signedIn(Screen.DESKTOP, coordinator);
    page.navigate("/rounds");

    page.keyboard().press("Tab");
    assertThat(focused(page)).contains("Ir para o conteúdo");
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(focused(page)).contains("Abrir rodada");
    page.keyboard().press("Enter");
    page.waitForURL("**/rounds/new");

    List<String> passed = new ArrayList<>();
    for (int i = 0; i < 80 && !passed.contains("Conferir antes de abrir"); i++) {
      page.keyboard().press("Tab");
      passed.add(focused(page));
    }
    assertThat(passed).contains("Conferir antes de abrir");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Screen.class)
  @DisplayName("fold the navigation into menus, one open at a time, closed by Escape")
  void foldTheNavigation(Screen screen) {
    Page page = signedIn(screen, coordinator);
    page.navigate("/bodies");
    if (screen == Screen.PHONE) {
      page.click(".menu-button");
    }
    Locator menus = page.locator("#navigation summary");

    menus.first().press("Enter");
    Locator shown = page.locator("#navigation details a:visible");
    assertThat(shown.allInnerTexts()).contains("Órgãos", "Rodadas");
    assertThat(page.locator("#navigation [aria-current]:visible").innerText()).isEqualTo("Órgãos");
    Browser.assertAccessible(page);

    menus.nth(1).press("Enter");
    assertThat(shown.allInnerTexts()).contains("Projetos-piloto").doesNotContain("Órgãos");
    page.keyboard().press("Escape");
    assertThat(shown.count()).isZero();
    assertThat(focused(page)).isEqualTo("Programa");
  }

  @Test
  @DisplayName("open the phone's menu and close the person's by keyboard")
  void menus() {
    Page page = signedIn(Screen.PHONE, coordinator);
    page.navigate("/");

    assertThat(page.isVisible("#navigation")).isFalse();
    page.focus(".menu-button");
    page.keyboard().press("Enter");
    assertThat(page.isVisible("#navigation")).isTrue();
    assertThat(page.getAttribute(".menu-button", "aria-expanded")).isEqualTo("true");

    page.focus(".person summary");
    page.keyboard().press("Enter");
    assertThat(page.isVisible(".person__panel")).isTrue();
    Browser.assertAccessible(page);
    page.keyboard().press("Escape");
    assertThat(page.isVisible(".person__panel")).isFalse();
  }

  @Test
  @DisplayName("search while one types, without leaving the page")
  void searchWhileTyping() {
    Page page = browser.page(people.visitor().address(), Screen.DESKTOP);
    page.navigate("/directory");
    page.locator("#q").pressSequentially("verde e do meio");

    page.waitForSelector("#results h3 >> text=SVMA");
    page.waitForCondition(() -> page.locator("#results h3").count() == 1);
    assertThat(page.url()).contains("q=verde");
  }

  private Page signedIn(Screen screen, Person person) {
    Page page = browser.page(people.visitor().address(), screen);
    Browser.signIn(page, person.username(), TestPeople.PASSWORD);
    return page;
  }

  private static String focused(Page page) {
    return String.valueOf(page.evaluate("document.activeElement.innerText"));
  }

  private static void look(Page page, String... paths) {
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("404")) {
            complaints.add(message.text());
          }
        });
    for (String path : paths) {
      Response answer = page.navigate(path);
      assertThat(answer.status()).as(path).isLessThan(500);
      Browser.assertAccessible(page);
    }
    assertThat(complaints).as("what the browser complains about").isEmpty();
  }
}
