package br.gov.sp.prefeitura.redeinfo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("Deciding in Tasklist")
class TasklistForEverybodyTest {

  private static Browser browser;

  @Autowired NominationLife life;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  private final List<String> complaints = new ArrayList<>();
  private Person head;
  private long nomination;
  private String link;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @BeforeEach
  void aSetWaitsForItsHead() {
    Body body = life.body();
    Person coordinator = people.withFunction(Function.COORDINATION, "cgm");
    Person office = people.withFunction(Function.OFFICE, body.slug());
    head = people.withFunction(Function.HEAD, body.slug());
    nomination = life.open(coordinator, List.of(body)).get(body.id());
    life.accept(nomination, life.indicate(nomination, body, people.signIn(office)));
    link =
        "/tasks/"
            + new TasklistClient(people.signIn(head))
                .task(String.valueOf(nomination), NominationLife.APPROVE)
                .id();
  }

  @Test
  @DisplayName("takes no mouse, from the sign-in to the completed approval")
  void takesNoMouse() {
    Page page = page(Screen.DESKTOP, "pt-BR");
    page.navigate(link);
    tabTo(page, "[name=username]");
    page.keyboard().type(head.username());
    tabTo(page, "[name=password]");
    page.keyboard().type(TestPeople.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForSelector(".fjs-form");

    tabTo(page, ".skip-link");
    page.keyboard().press("Enter");
    assertThat(focused(page, "input[type=radio]")).as("skipped to the form").isTrue();

    // Leaving the question without an answer says what is missing, beside it.
    page.keyboard().press("Tab");
    assertThat(page.locator(".fjs-form-field-error")).hasText("Preencha este campo.");
    page.keyboard().press("Shift+Tab");

    page.keyboard().press("Space");
    assertThat(page.locator("input[type=radio]").first()).isChecked();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("input[type=radio]").nth(1)).isChecked();
    page.keyboard().press("ArrowUp");
    assertThat(page.locator("input[type=radio]").first()).isChecked();
    tabTo(page, ".form-actions .btn-primary");
    page.keyboard().press("Enter");
    gone(page, ".fjs-form");

    life.runJobs();
    assertThat(life.state(nomination)).isEqualTo("IN_VALIDATION");
    assertThat(complaints).as("what the browser complains about").isEmpty();
  }

  @Test
  @DisplayName("begins with the form on a phone, and the lists are one press away")
  void beginsWithTheFormOnAPhone() {
    Page page = page(Screen.PHONE, "pt-BR");
    Browser.signIn(page, head.username(), TestPeople.PASSWORD);
    page.navigate(link);
    page.waitForSelector(".fjs-form h1");

    BoundingBox heading = page.locator(".fjs-form h1").boundingBox();
    assertThat(heading.y).as("the form begins in the upper half").isLessThan(844 / 2.0);
    assertThat(page.locator("section.tasks-list")).isHidden();
    assertThat(page.locator(".task-filters")).isHidden();
    assertThat(page.title()).startsWith("Aprovar a indicação");
    assertThat(page.locator(".fjs-table td").nth(2)).hasAttribute("data-label", "Vínculo");
    assertThat((Boolean) page.evaluate("visualViewport.scale === 1")).isTrue();
    assertThat(page.locator("meta[name=viewport]").getAttribute("content"))
        .doesNotContain("user-scalable", "maximum-scale");

    Locator complete = page.locator(".form-actions .btn-primary");
    complete.click();
    page.waitForSelector("input[type=radio][aria-invalid=true]:focus");
    page.locator("input[type=radio]").first().check();
    assertThat(complete).isEnabled();
    complete.scrollIntoViewIfNeeded();
    BoundingBox button = complete.boundingBox();
    assertThat(button.height).isGreaterThanOrEqualTo(24);
    assertThat(
            (Boolean)
                complete.evaluate(
                    "b => { const r = b.getBoundingClientRect();"
                        + " return b.contains(document.elementFromPoint("
                        + "r.x + r.width / 2, r.y + r.height / 2)); }"))
        .as("nothing lies on the button")
        .isTrue();

    page.click(".back-to-list");
    assertThat(page.locator("section.tasks-list")).isVisible();
    assertThat(page.locator(".task-filters")).isVisible();
    assertThat(page.locator("section.task-details")).isHidden();
    page.locator("ol.tasks-list h4 a").first().click();
    assertThat(page.locator(".fjs-form h1")).isVisible();
    assertThat(complaints).as("what the browser complains about").isEmpty();
  }

  @Test
  @DisplayName("is framed in English for who reads English, with the Portuguese marked as such")
  void isFramedInEnglish() {
    Page page = page(Screen.DESKTOP, "en");
    Browser.signIn(page, head.username(), TestPeople.PASSWORD);
    page.navigate(link);
    page.waitForSelector(".fjs-form");

    assertThat(page.locator(".sort-by")).hasText("Due date");
    assertThat(page.locator(".skip-link")).hasText("Skip to the form or the list");
    assertThat(page.locator(".meta .due-date")).hasAttribute("data-label", "Due");
    assertThat(page.locator(".form-actions .btn-primary")).hasText("Complete");
    assertThat(page.locator(".fjs-container")).hasAttribute("lang", "pt-BR");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }

  private Page page(Screen screen, String locale) {
    Page page = browser.page("http://localhost:" + port, screen, locale);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    return page;
  }

  /** Presses the tabulator key until the focus is on what the selector names. */
  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 60; i++) {
      page.keyboard().press("Tab");
      if (focused(page, selector)) {
        return;
      }
    }
    throw new AssertionError("not reached by keyboard: " + selector);
  }

  private static boolean focused(Page page, String selector) {
    return (Boolean) page.evaluate("s => document.activeElement.matches(s)", selector);
  }

  private static void gone(Page page, String selector) {
    page.waitForSelector(
        selector, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
  }
}
