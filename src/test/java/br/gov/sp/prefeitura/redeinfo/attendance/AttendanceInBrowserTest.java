package br.gov.sp.prefeitura.redeinfo.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.journey.Screenshots;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.AttendanceLife;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("Attendance in a real browser")
class AttendanceInBrowserTest {

  private static final String KEPT = "Object.keys(localStorage).length";

  private static Browser browser;

  @Autowired TestPeople people;
  @Autowired AttendanceLife life;
  @Autowired AttendanceSheets sheets;

  private List<Person> expected;
  private Person keeper;
  private long event;

  @BeforeAll
  static void launch() {
    browser = Browser.launch();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void expect() {
    expected = Stream.generate(() -> people.person("svma")).limit(5).toList();
    keeper = people.withFunction(Function.COORDINATION, "cgm");
    event = life.event(expected);
  }

  @Test
  @DisplayName("is taken on a phone, with the connection lost for a while, and nothing is lost")
  void outlivesALostConnection() {
    Page page = open(Screen.PHONE);
    assertLargeTargets(page);
    Browser.assertAccessible(page);
    Screenshots.take(page, "attendance-sheet-PHONE");
    mark(page, 0, "PRESENT");
    says(page, "Tudo salvo");

    page.context().setOffline(true);
    mark(page, 1, "PRESENT");
    mark(page, 2, "ABSENT");
    mark(page, 2, "PRESENT");
    row(page, 3).locator("summary").click();
    row(page, 3).locator("input[name=reason]").fill("Férias ou licença");
    row(page, 3).locator("details button").click();
    says(page, "Sem conexão. Marcações guardadas neste aparelho: 3");
    assertThat(row(page, 3).innerText()).contains("ausência justificada: Férias ou licença");
    Browser.assertAccessible(page);
    Screenshots.take(page, "attendance-offline-PHONE");
    assertThat(counts()).isEqualTo(new Counts(5, 1, 0, 0));

    page.context().setOffline(false);
    says(page, "Tudo salvo");
    assertThat(counts()).isEqualTo(new Counts(5, 3, 0, 1));
    assertThat(page.evaluate(KEPT)).isEqualTo(0);
  }

  @Test
  @DisplayName(
      "keeps marks over a new start of the browser's page, says whose mark holds, and"
          + " forgets everything at the sign-out")
  void keepsMarks() {
    Page page = open(Screen.DESKTOP);
    page.route("**/marks", route -> route.abort());
    mark(page, 0, "ABSENT");
    mark(page, 1, "PRESENT");
    says(page, "guardadas neste aparelho: 2");
    Visitor other = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    other.post(
        "/attendance/" + event + "/entries",
        Map.of("person", "" + expected.get(0).id(), "status", "PRESENT"));
    page.reload();
    assertThat(row(page, 0).innerText()).contains("ausente", "ainda não enviada");

    page.unroute("**/marks");
    says(page, "Tudo salvo");
    assertThat(page.innerText("[data-notes]"))
        .contains(expected.get(0).name(), "marcou depois de você; vale: presente");
    Browser.assertAccessible(page);
    assertThat(counts()).isEqualTo(new Counts(5, 2, 0, 0));

    page.route("**/marks", route -> route.abort());
    mark(page, 2, "PRESENT");
    says(page, "guardadas neste aparelho: 1");
    page.onDialog(dialog -> dialog.accept());
    page.click(".person summary");
    page.click(".person form button");
    page.waitForURL("**/login?signed-out");
    assertThat(page.evaluate(KEPT)).isEqualTo(0);
  }

  @Test
  @DisplayName("keeps marks when the session has ended, and sends them after the next sign-in")
  void outlivesTheSession() {
    Page page = open(Screen.PHONE);
    page.context().clearCookies();
    mark(page, 0, "PRESENT");
    says(page, "Sua sessão terminou. Marcações guardadas neste aparelho: 1");
    page.click("[data-line] a");
    page.waitForURL("**/login");
    page.fill("[name=username]", keeper.username());
    page.fill("[name=password]", TestPeople.PASSWORD);
    page.click("main button[type=submit]");
    page.waitForURL("**/attendance/" + event);
    says(page, "Tudo salvo");
    assertThat(counts()).isEqualTo(new Counts(5, 1, 0, 0));
  }

  @Test
  @DisplayName("shows the keeper who checks in meanwhile, and finds names while they are typed")
  void showsCheckIns() {
    Page page = open(Screen.DESKTOP);
    Person person = expected.get(4);
    Visitor phone = people.signIn(person);
    phone.get("/check-in/" + event + "/" + life.code(event));
    assertThat(phone.post("/check-in/" + event, Map.of()).statusCode()).isEqualTo(302);
    await()
        .untilAsserted(
            () ->
                assertThat(row(page, 4).innerText())
                    .contains("presente", "registrada pela própria pessoa"));
    assertThat(page.innerText("[data-count=present]")).isEqualTo("1");

    page.fill("#q", "SVMA inventáda");
    assertThat(page.locator(".attendance-row:visible").count()).isEqualTo(5);
    page.fill("#q", "ninguém mesmo");
    assertThat(page.isVisible("[data-none]")).isTrue();
  }

  @Test
  @DisplayName("is checked in on a phone by the projected code, completed and corrected")
  void checksIn() {
    Page projected = open(Screen.DESKTOP);
    projected.navigate("/attendance/" + event + "/code");
    Screenshots.take(projected, "attendance-code-DESKTOP");
    assertAccessibleOnBoth(projected);
    String code = projected.innerText(".check-in-code__text");

    Page phone = browser.page(people.visitor().address(), Screen.PHONE);
    Browser.signIn(phone, expected.get(0).username(), TestPeople.PASSWORD);
    phone.navigate("/check-in/" + event);
    phone.fill("#code", "0000 0000");
    phone.click("main button");
    phone.waitForSelector("#code-error");
    Browser.assertAccessible(phone);
    phone.fill("#code", code.toLowerCase());
    phone.click("main button");
    phone.waitForSelector(".check-in__button");
    Screenshots.take(phone, "attendance-check-in-PHONE");
    phone.click(".check-in__button");
    phone.waitForSelector("text=Sua presença está registrada");
    Browser.assertAccessible(phone);

    projected.navigate("/attendance/" + event);
    projected.click("[data-complete]");
    Browser.assertAccessible(projected);
    projected.click("main form button");
    projected.waitForSelector("text=Lista concluída");
    assertAccessibleOnBoth(projected);
    row(projected, 1).locator("a").click();
    projected.check("#status-JUSTIFIED");
    projected.fill("#reason", "Trouxe atestado.");
    projected.click("main form button");
    projected.waitForSelector("text=Presença corrigida");
    assertAccessibleOnBoth(projected);
    Screenshots.take(projected, "attendance-corrected-PHONE");
    assertThat(counts()).isEqualTo(new Counts(5, 1, 3, 1));
  }

  @Test
  @DisplayName("is taken over from a file after a look at its lines")
  void takesAFile() {
    Page page = open(Screen.DESKTOP);
    page.navigate("/attendance/" + event + "/import");
    choose(page, "Nome\n" + expected.get(0).name() + "\nNinguém Daqui\n");
    assertThat(page.innerText("main")).contains("Uma linha tem problema", "ninguém encontrado");
    Screenshots.take(page, "attendance-import-DESKTOP");
    assertAccessibleOnBoth(page);
    choose(page, "E-mail;Presença\n" + expected.get(0).email() + ";P\n");
    page.click("text=Registrar estas presenças");
    page.waitForSelector("text=Presenças da lista registradas");
    assertThat(counts()).isEqualTo(new Counts(5, 1, 0, 0));
  }

  /** Leaves the page as large as a telephone's. */
  private static void assertAccessibleOnBoth(Page page) {
    Browser.resize(page, Screen.DESKTOP);
    Browser.assertAccessible(page);
    Browser.resize(page, Screen.PHONE);
    Browser.assertAccessible(page);
  }

  private static void choose(Page page, String list) {
    page.setInputFiles(
        "#file", new FilePayload("lista.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
    page.click("text=Conferir a lista");
    page.waitForSelector("table");
  }

  private Page open(Screen screen) {
    Page page = browser.page(people.visitor().address(), screen);
    Browser.signIn(page, keeper.username(), TestPeople.PASSWORD);
    page.navigate("/attendance/" + event);
    return page;
  }

  private Locator row(Page page, int index) {
    return page.locator("#person-" + expected.get(index).id());
  }

  private void mark(Page page, int index, String status) {
    row(page, index).locator("button[value=" + status + "]").click();
  }

  private static void says(Page page, String text) {
    page.waitForSelector("[data-line]:has-text('" + text + "')");
  }

  private static void assertLargeTargets(Page page) {
    Object smallest =
        page.evaluate(
            "Math.min(...[...document.querySelectorAll('.attendance-button')]"
                + ".map(button => button.getBoundingClientRect().height))");
    assertThat(((Number) smallest).doubleValue()).isGreaterThanOrEqualTo(44);
  }

  private Counts counts() {
    return sheets.counts(List.of(event)).get(event);
  }
}
