package br.gov.sp.prefeitura.redeinfo.journey;

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
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What axe finds in Tasklist, view by view, on a desktop and on a phone. What it may find is listed
 * here and explained in {@code docs/accessibility.md}: more is a fault, and so is less, for then
 * the list has to be shortened.
 */
@IntegrationTest
@DisplayName("Tasklist, for everybody")
class TasklistAccessibilityTest {

  /** By view and screen: the rules broken, with the number of places. */
  private static final Map<String, Map<String, Integer>> REMAINING = Map.of();

  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  private static Browser browser;

  @Autowired NominationLife life;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  private final Map<String, Map<String, Integer>> found = new TreeMap<>();
  private final List<String> details = new ArrayList<>();

  @BeforeAll
  static void openBrowser() {
    browser = Browser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @Test
  @DisplayName("breaks the listed rules of accessibility and no other, in every view and form")
  void breaksTheListedRulesOnly() {
    Body body = life.body();
    Person coordinator = people.withFunction(Function.COORDINATION, "cgm");
    Person office = people.withFunction(Function.OFFICE, body.slug());
    Person head = people.withFunction(Function.HEAD, body.slug());
    long nomination = life.open(coordinator, List.of(body)).get(body.id());

    lookAtForm("indicate", office, nomination, NominationLife.INDICATE);
    List<Person> nominees = life.indicate(nomination, body, people.signIn(office));
    lookAtForm("accept", nominees.get(0), nomination, NominationLife.ACCEPT);
    life.accept(nomination, nominees);
    lookAtViews(signedIn(head), task(head, nomination, NominationLife.APPROVE));
    life.approve(nomination, people.signIn(head));
    lookAtForm("validate", coordinator, nomination, NominationLife.VALIDATE);
    life.validate(nomination, people.signIn(coordinator));
    lookAtForm("publish", coordinator, nomination, NominationLife.PUBLISH);

    assertThat(found).as("%s", String.join("\n", details)).isEqualTo(REMAINING);
  }

  /** The form as it is shown first, and with everything wrong. */
  private void lookAtForm(String name, Person person, long nomination, String taskKey) {
    Page page = signedIn(person);
    TasklistForm form = TasklistForm.openedBy(page, task(person, nomination, taskKey));
    look(page, name + " form");
    form.submit();
    page.waitForSelector(".fjs-form-field-error, .page-notifications .alert");
    look(page, name + " form refused");
    page.context().close();
  }

  /** Everything else of Tasklist that people meet. */
  private void lookAtViews(Page page, String link) {
    page.navigate(TASKLIST);
    page.waitForSelector("ol.tasks-list li, .tasks-list .well");
    look(page, "list");

    TasklistForm form = TasklistForm.openedBy(page, link);
    look(page, "approve form");
    form.choose("Devolver ao gabinete, para substituir pessoas");
    look(page, "approve form returning");

    tab(page, "Histórico", ".history-pane .well");
    page.click(".createCommentLink");
    page.waitForSelector("#comment-form-message");
    look(page, "comment");
    page.fill("#comment-form-message", "Falta conferir a unidade.");
    page.click(".modal .btn-primary");
    gone(page, ".modal");
    page.waitForSelector(".history-pane .day");
    look(page, "history");
    tab(page, "Diagrama", ".diagram-holder svg .djs-element");
    look(page, "diagram");
    tab(page, "Descrição", ".description-pane");
    look(page, "description");

    page.click(".account > a");
    look(page, "account");
    page.click(".showShortcutHelp");
    page.waitForSelector(".modal table");
    look(page, "keyboard shortcuts");
    page.keyboard().press("Escape");
    gone(page, ".modal");

    page.navigate(TASKLIST);
    page.click(".tasks-list .main-field");
    page.waitForSelector(".tasks-list .uib-typeahead-match");
    look(page, "search, choosing");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForSelector(".search-label");
    look(page, "search, filling in");
    Browser.resize(page, Screen.PHONE);
    page.click(".navbar-toggle");
    look(page, "menu", Screen.PHONE);
    page.context().close();
  }

  private void look(Page page, String view) {
    for (Screen screen : Screen.values()) {
      look(page, view, screen);
    }
    Browser.resize(page, Screen.DESKTOP);
  }

  private void look(Page page, String view, Screen screen) {
    Browser.resize(page, screen);
    String key = view + ", " + screen.name().toLowerCase(Locale.ROOT);
    Map<String, Integer> rules = new TreeMap<>();
    for (Rule rule : Browser.violations(page)) {
      rules.put(rule.getId(), rule.getNodes().size());
      rule.getNodes()
          .forEach(node -> details.add(key + ": " + rule.getId() + " at " + node.getTarget()));
    }
    if (!rules.isEmpty()) {
      found.put(key, rules);
    }
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("wider than the screen: %s", key)
        .isLessThanOrEqualTo(0);
  }

  private static void gone(Page page, String selector) {
    page.waitForSelector(
        selector, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
  }

  private static void tab(Page page, String name, String shows) {
    page.locator(".task-card .nav-tabs").getByText(name).click();
    page.waitForSelector(shows);
  }

  private String task(Person person, long nomination, String taskKey) {
    return "/tasks/"
        + new TasklistClient(people.signIn(person)).task(String.valueOf(nomination), taskKey).id();
  }

  private Page signedIn(Person person) {
    Page page = browser.pageForAxe("http://localhost:" + port, Screen.DESKTOP);
    Browser.signIn(page, person.username(), TestPeople.PASSWORD);
    return page;
  }
}
