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
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("What was typed when the session or the token was gone")
class KeptFormsTest {

  private static final String TOKEN = "XSRF-TOKEN";
  private static final String FORM = "/rounds/new";

  private static Browser browser;

  @Autowired TestPeople people;
  @Autowired NominationLife life;

  @BeforeAll
  static void launch() {
    browser = Browser.launch();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  @DisplayName("is back in the form after the same person has signed in again, and then gone")
  void isBackAfterSignIn() {
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    Page page = openForm(coordinator);
    List<String> complaints = complaints(page);
    type(page);
    loseCookies(page, cookie -> !cookie.name.equals(TOKEN));

    send(page);
    page.waitForURL("**/login");
    signInHere(page, coordinator);

    page.waitForURL("**" + FORM);
    assertTyped(page);
    assertThat(page.innerText("main")).contains("voltou ao formulário");
    page.reload();
    assertThat(page.inputValue("[name=name]")).isEmpty();
    assertThat(complaints).as("refused by the page's own policy").isEmpty();
  }

  @Test
  @DisplayName("is back in the form when the page's token no longer held, and the session lives")
  void isBackAfterStaleToken() {
    Page page = openForm(people.withFunction(Function.COORDINATION, "seri"));
    type(page);
    Cookie token = cookie(page, TOKEN);
    token.value = "00000000-0000-0000-0000-000000000000";
    page.context().addCookies(List.of(token));

    send(page);
    assertThat(page.innerText("h1")).contains("aberta por tempo demais");
    page.click("text=Voltar ao formulário");

    page.waitForURL("**" + FORM);
    assertTyped(page);
    send(page);
    // Accepted: what is missing is asked for by the form itself.
    assertThat(page.innerText("main")).doesNotContain("aberta por tempo demais");
    assertThat(page.inputValue("[name=name]")).isEqualTo("Rodada que não se perde");
  }

  @Test
  @DisplayName("is not shown to the next person at the same browser")
  void isNotShownToOthers() {
    Page page = openForm(people.withFunction(Function.COORDINATION, "seri"));
    type(page);
    loseCookies(page, cookie -> !cookie.name.equals(TOKEN));
    send(page);
    page.waitForURL("**/login");

    signInHere(page, people.withFunction(Function.COORDINATION, "seri"));
    page.navigate(FORM);

    assertThat(page.inputValue("[name=name]")).isEmpty();
    assertThat((Object) page.evaluate("sessionStorage.getItem('rede-info:typed')")).isNull();
  }

  @Test
  @DisplayName("is back in Tasklist's form, is removed with the task, and by signing out")
  void isBackInTasklist() {
    Body body = life.body();
    Person office = people.withFunction(Function.OFFICE, body.slug());
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    long nomination = life.open(coordinator, List.of(body)).get(body.id());
    Person nominee = life.indicate(nomination, body, people.signIn(office)).get(0);
    String task =
        new TasklistClient(people.signIn(nominee))
            .task(String.valueOf(nomination), NominationLife.ACCEPT)
            .id();
    Page page = browser.page(people.visitor().address(), Screen.DESKTOP);
    Browser.signIn(page, nominee.username(), TestPeople.PASSWORD);
    page.evaluate("localStorage.setItem('camunda-form:of-somebody-else', '{}')");
    TasklistForm form = TasklistForm.openedBy(page, "/tasks/" + task);
    assertThat(keptForms(page)).as("left by somebody who was here before").isEmpty();
    form.choose("Não aceito").type("declineReason", "Estarei de licença.");

    loseCookies(page, cookie -> !cookie.name.equals(TOKEN));
    form.submit();
    page.waitForURL("**/login");
    signInHere(page, nominee);

    page.waitForURL(Pattern.compile(".*task=" + task + ".*"));
    form = TasklistForm.shownOn(page);
    assertThat(form.field("declineReason").inputValue()).isEqualTo("Estarei de licença.");
    form.complete();
    assertThat(keptForms(page)).isEmpty();

    page.evaluate("localStorage.setItem('camunda-form:half-filled', '{}')");
    page.navigate("/notices");
    page.click(".person summary");
    page.click(".person button[type=submit]");
    page.waitForURL("**/login?signed-out");
    assertThat(keptForms(page)).isEmpty();
  }

  private Page openForm(Person coordinator) {
    Page page = browser.page(people.visitor().address(), Screen.DESKTOP);
    Browser.signIn(page, coordinator.username(), TestPeople.PASSWORD);
    page.navigate(FORM);
    return page;
  }

  private static void type(Page page) {
    page.fill("[name=name]", "Rodada que não se perde");
    page.uncheck("[name=tracks] >> nth=0");
    page.fill("[name=note]", "Duas linhas\nde recado");
    page.check("#scope-kind");
  }

  private static void assertTyped(Page page) {
    assertThat(page.inputValue("[name=name]")).isEqualTo("Rodada que não se perde");
    assertThat(page.inputValue("[name=note]")).isEqualTo("Duas linhas\nde recado");
    assertThat(page.isChecked("[name=tracks] >> nth=0")).isFalse();
    assertThat(page.isChecked("[name=tracks] >> nth=1")).isTrue();
    assertThat(page.isChecked("#scope-kind")).isTrue();
    assertThat(page.isChecked("#scope-all")).isFalse();
  }

  private static void send(Page page) {
    page.click("main form button[type=submit]");
  }

  private static void signInHere(Page page, Person person) {
    page.fill("[name=username]", person.username());
    page.fill("[name=password]", TestPeople.PASSWORD);
    page.click("main button[type=submit]");
    page.waitForURL(url -> !url.contains("/login"));
  }

  private static void loseCookies(Page page, Predicate<Cookie> lost) {
    BrowserContext context = page.context();
    List<Cookie> left = context.cookies().stream().filter(lost.negate()).toList();
    context.clearCookies();
    context.addCookies(left);
  }

  private static Cookie cookie(Page page, String name) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<?> keptForms(Page page) {
    return (List<?>)
        page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('camunda-form:'))");
  }

  /** What the browser refuses because of the page's policy shows in its console. */
  private static List<String> complaints(Page page) {
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    return complaints;
  }
}
