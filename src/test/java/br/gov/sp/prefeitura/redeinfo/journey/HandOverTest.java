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
@DisplayName("A task that lies with somebody who is away")
class HandOverTest {

  private static final String TASK = "/camunda/app/tasklist/default/#/?task=";
  private static final String GIVE_BACK = ".meta .reset-assignee";

  private static Browser browser;

  @Autowired NominationLife life;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  private final List<String> complaints = new ArrayList<>();
  private Person coordinator;
  private Person away;
  private Person colleague;
  private String task;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @BeforeEach
  void aColleagueHasClaimedIt() {
    Body body = life.body();
    coordinator = people.withFunction(Function.COORDINATION, "cgm");
    away = people.withFunction(Function.OFFICE, body.slug());
    colleague = people.withFunction(Function.OFFICE, body.slug());
    long nomination = life.open(coordinator, List.of(body)).get(body.id());
    TasklistClient client = new TasklistClient(people.signIn(away));
    task = client.task(String.valueOf(nomination), NominationLife.INDICATE).id();
    assertThat(client.claim(task).statusCode()).isEqualTo(204);
  }

  @Test
  @DisplayName("is given back to its group by the coordination, and a colleague takes it on")
  void isGivenBack() {
    Page page = opened(coordinator, Screen.DESKTOP);
    assertThat(page.locator(".meta .assignee")).containsText(away.name());
    Screenshots.take(page, "hand-over-tasklist");
    for (Screen screen : Screen.values()) {
      Browser.resize(page, screen);
      Browser.assertAccessible(page);
    }
    Screenshots.take(page, "hand-over-tasklist-phone");
    page.locator(GIVE_BACK).click();
    assertThat(page.locator(".meta .claim")).isVisible();

    Page theirs = opened(colleague, Screen.PHONE);
    theirs.locator(".meta .claim").click();
    assertThat(theirs.locator(".meta .assignee")).containsText(colleague.name());
    assertThat(theirs.locator(".meta .unclaim")).isVisible();
    assertThat(complaints).as("what the browser complains about").isEmpty();
  }

  @Test
  @DisplayName("passes to a colleague whom the coordination chooses by name")
  void passesToAColleague() {
    Page page = opened(coordinator, Screen.DESKTOP);
    page.locator(".meta .hand-over").click();
    page.waitForURL("**/tasks/*/hand-over");
    page.locator("main button[type=submit]").click();
    assertThat(page.locator("#userId-error")).hasText("Escolha uma das pessoas da lista.");
    for (Screen screen : Screen.values()) {
      Browser.resize(page, screen);
      Browser.assertAccessible(page);
      Screenshots.take(page, "hand-over-" + screen.name().toLowerCase(java.util.Locale.ROOT));
    }
    assertThat(page.locator("main .choice")).hasCount(1);
    page.getByLabel(colleague.name()).check();
    page.locator("main button[type=submit]").click();
    assertThat(page.locator(".notice--success"))
        .hasText("A tarefa agora está com " + colleague.name() + ".");
    page.getByText("Voltar à tarefa").click();
    assertThat(page.locator(".meta .assignee")).containsText(colleague.name());
    assertThat(complaints.stream().filter(text -> !text.contains("400")).toList())
        .as("what the browser complains about")
        .isEmpty();
  }

  @Test
  @DisplayName("shows nobody else a control that would take it away or set who has it")
  void showsNobodyElseAControl() {
    Page page = opened(colleague, Screen.DESKTOP);
    assertThat(page.locator(".meta .assignee")).containsText(away.name());
    assertThat(page.locator(GIVE_BACK)).isHidden();
    assertThat(page.locator(".meta .hand-over")).hasCount(0);
    assertThat(page.locator(".meta .assignee [tabindex]")).hasCount(0);
    assertThat(
            (String)
                page.locator(".meta .assignee [cam-widget-inline-field]")
                    .evaluate("field => getComputedStyle(field).pointerEvents"))
        .isEqualTo("none");

    Page own = opened(away, Screen.DESKTOP);
    assertThat(own.locator(".meta .unclaim")).hasAccessibleName("Devolver ao grupo");
    assertThat(own.locator(".meta .hand-over")).hasCount(0);
    own.locator(".meta .unclaim").click();
    assertThat(own.locator(".meta .claim")).isVisible();
  }

  @Test
  @DisplayName("keeps a long choice inside its box, on a desktop and on a phone")
  void keepsALongChoiceInsideItsBox() {
    Page page = opened(away, Screen.DESKTOP);
    TasklistForm.shownOn(page).select("openTitularBond", "Comissionado sem vínculo efetivo");
    for (Screen screen : Screen.values()) {
      Browser.resize(page, screen);
      Locator words = page.locator(".fjs-select-display:not(.fjs-select-placeholder)").first();
      assertThat(words).hasText("Comissionado sem vínculo efetivo");
      BoundingBox text = words.boundingBox();
      BoundingBox box =
          page.locator(".fjs-input-group:has(.fjs-select-display:not(.fjs-select-placeholder))")
              .first()
              .boundingBox();
      assertThat(text.y + text.height).isLessThanOrEqualTo(box.y + box.height);
      assertThat(text.x + text.width).isLessThanOrEqualTo(box.x + box.width);
      words.scrollIntoViewIfNeeded();
      Screenshots.take(page, "long-choice-" + screen.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private Page opened(Person person, Screen screen) {
    Page page = browser.pageForAxe("http://localhost:" + port, screen);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    Browser.signIn(page, person.username(), TestPeople.PASSWORD);
    page.navigate(TASK + task);
    page.waitForSelector(".meta li.assignee");
    return page;
  }
}
