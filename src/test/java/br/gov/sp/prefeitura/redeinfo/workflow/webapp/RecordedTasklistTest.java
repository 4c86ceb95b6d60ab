package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import static com.microsoft.playwright.options.WaitForSelectorState.DETACHED;
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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("The API that Tasklist calls while our people work in it")
class RecordedTasklistTest {

  private static final String API = "/camunda/api";

  private static Browser browser;

  @Autowired TestPeople people;
  @Autowired NominationLife life;
  @LocalServerPort int port;

  private final Queue<Called> calls = new ConcurrentLinkedQueue<>();

  private record Called(String method, String path, int status) {

    boolean isOneOf(List<ApiCall> allowed) {
      return allowed.stream().anyMatch(call -> call.matches(method, path));
    }
  }

  @BeforeAll
  static void openBrowser() {
    browser = Browser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @Test
  @DisplayName("is exactly what they may call, and is answered")
  void isExactlyWhatTheyMayCall() {
    Body body = life.body();
    Person coordinator = people.withFunction(Function.COORDINATION, body.slug());
    Person office = people.withFunction(Function.OFFICE, body.slug());
    Person colleague = people.withFunction(Function.OFFICE, body.slug());
    long nomination = life.open(coordinator, List.of(body)).get(body.id());
    String task = worksOnATask(signedIn(office));
    List<Called> ofCoordination = givesBack(coordinator, task);
    Person nominee = life.indicate(nomination, body, people.signIn(colleague)).get(0);
    List<Called> ofPeople = answers(nominee, nomination);
    ofPeople.addAll(approves(coordinator));

    assertThat(ofPeople).allMatch(call -> call.isOneOf(ApiCalls.EVERYBODYS), "for everybody");
    assertThat(ofCoordination)
        .allMatch(
            call -> call.isOneOf(ApiCalls.EVERYBODYS) || call.isOneOf(ApiCalls.COORDINATIONS),
            "for the coordination");
    assertThat(unused(ApiCalls.EVERYBODYS, ofPeople)).as("allowed, but needed by nobody").isEmpty();
    assertThat(unused(ApiCalls.COORDINATIONS, ofCoordination)).as("not needed").isEmpty();
    assertThat(ofPeople)
        .as("groups and assignees come with the task; nobody's Tasklist asks for them apart")
        .noneMatch(call -> call.path().contains("identity-links"));
    assertThat(ofPeople).allMatch(call -> call.status() < 400, "is answered");
    assertThat(ofCoordination).allMatch(call -> call.status() < 400, "is answered");
  }

  private static List<ApiCall> unused(List<ApiCall> allowed, List<Called> calls) {
    return allowed.stream()
        .filter(call -> calls.stream().noneMatch(called -> called.isOneOf(List.of(call))))
        .toList();
  }

  /** Lists, takes on, puts back, comments, looks at everything. */
  private String worksOnATask(Page page) {
    page.navigate("/camunda/app/tasklist/default/");
    page.locator(".task-filters .task-filter").nth(1).click();
    page.waitForSelector(".tasks-list .task");
    page.locator(".sort-direction").first().click();
    page.locator(".tasks-list .task a").first().click();
    page.waitForSelector("button.claim");
    expect(page, "/claim", () -> page.click("button.claim"));
    expect(page, "/unclaim", () -> page.locator(".unclaim").click());
    expect(page, "/claim", () -> page.click("button.claim"));
    page.waitForSelector(".fjs-form");
    page.click(".createCommentLink");
    page.fill("#comment-form-message", "Falta o ramal.");
    expect(page, "/comment/create", () -> page.click(".modal-footer button[type=submit]"));
    page.click(".set-follow-up");
    saves(page, () -> page.click(".follow-up-dialog [type=submit]"));
    expect(page, "/comment", () -> tab(page, 1));
    expect(page, "/xml", () -> tab(page, 2));
    tab(page, 3);
    Object task = page.evaluate("new URLSearchParams(location.hash.slice(3)).get('task')");
    // Left open, it would go on asking for the task when others have it.
    page.context().close();
    return task.toString();
  }

  private static void tab(Page page, int number) {
    page.locator(".task-details .nav-tabs li a").nth(number).click();
  }

  /** The coordination gives an office's claimed task back to the group. */
  private List<Called> givesBack(Person coordinator, String task) {
    List<Called> ofOthers = List.copyOf(calls);
    calls.clear();
    Page page = signedIn(coordinator);
    page.navigate("/camunda/app/tasklist/default/#/?task=" + task);
    page.waitForSelector(".fjs-form");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    expect(page, "/assignee", () -> page.locator(".meta .reset-assignee").click());
    page.context().close();
    List<Called> ofCoordination = List.copyOf(calls);
    calls.clear();
    calls.addAll(ofOthers);
    return ofCoordination;
  }

  /** A nominee comes by the mail's link and accepts. */
  private List<Called> answers(Person nominee, long nomination) {
    String key = String.valueOf(nomination);
    String task = new TasklistClient(people.signIn(nominee)).task(key, NominationLife.ACCEPT).id();
    Page page = signedIn(nominee);
    page.navigate("/tasks/" + task);
    page.getByLabel("Aceito a indicação").check();
    // What was completed may have led to a task of one's own: Tasklist asks.
    expect(page, "/default/task", () -> page.getByText("Concluir").last().click());
    page.waitForSelector(".fjs-form", new WaitForSelectorOptions().setState(DETACHED));
    page.context().close();
    return new ArrayList<>(calls);
  }

  /** A head comes by the mail's link, looks at everything, puts the task off and decides. */
  private List<Called> approves(Person coordinator) {
    Body body = life.body();
    Person head = people.withFunction(Function.HEAD, body.slug());
    Person office = people.withFunction(Function.OFFICE, body.slug());
    long nomination = life.open(coordinator, List.of(body)).get(body.id());
    life.accept(nomination, life.indicate(nomination, body, people.signIn(office)));
    String key = String.valueOf(nomination);
    String task = new TasklistClient(people.signIn(head)).task(key, NominationLife.APPROVE).id();
    calls.clear();
    Page page = signedIn(head);
    page.navigate("/tasks/" + task);
    page.waitForSelector(".fjs-form");
    page.click(".set-follow-up");
    saves(page, () -> page.click(".follow-up-dialog [type=submit]"));
    page.waitForSelector(".remove-follow-up");
    saves(page, () -> page.click(".remove-follow-up"));
    expect(page, "/comment", () -> tab(page, 1));
    expect(page, "/xml", () -> tab(page, 2));
    tab(page, 0);
    page.getByLabel("Aprovar o conjunto").check();
    expect(page, "/submit-form", () -> page.getByText("Concluir").last().click());
    page.waitForSelector(".fjs-form", new WaitForSelectorOptions().setState(DETACHED));
    return List.copyOf(calls);
  }

  /** Does something and waits for the answer to the request that it sends. */
  private static void expect(Page page, String end, Runnable action) {
    page.waitForResponse(answer -> answer.url().replaceAll("\\?.*", "").endsWith(end), action);
  }

  /** Tasks are read to be saved, so the address alone would not tell. */
  private static void saves(Page page, Runnable action) {
    page.waitForResponse(answer -> answer.request().method().equals("PUT"), action);
  }

  private Page signedIn(Person person) {
    Page page = browser.page("http://localhost:" + port, Screen.DESKTOP);
    page.setDefaultTimeout(15000);
    page.onResponse(this::record);
    Browser.signIn(page, person.username(), TestPeople.PASSWORD);
    return page;
  }

  private void record(Response answer) {
    String path = URI.create(answer.url().replaceAll("\\?.*", "")).getPath();
    if (path.startsWith(API)) {
      calls.add(
          new Called(answer.request().method(), path.substring(API.length()), answer.status()));
    }
  }
}
