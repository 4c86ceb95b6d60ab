package br.gov.sp.prefeitura.redeinfo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.form.ConditionCases;
import br.gov.sp.prefeitura.redeinfo.workflow.guard.Workshop;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The form guard against the real thing: Tasklist's own form-js, in a browser. */
@IntegrationTest
@DisplayName("A form in Tasklist")
class FormInBrowserTest {

  private static Browser browser;

  @Autowired TestPeople people;
  @Autowired Workshop workshop;
  @LocalServerPort int port;

  private final String business = UUID.randomUUID().toString();
  private Page page;

  @BeforeAll
  static void launch() {
    browser = Browser.launch();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void signIn() {
    Person office = people.withFunction(Function.OFFICE, "svma");
    workshop.start(business, "svma.office");
    page = browser.page("http://localhost:" + port, Screen.DESKTOP);
    Browser.signIn(page, office.username(), TestPeople.PASSWORD);
  }

  @Test
  @DisplayName("decides every condition of the table as the server does")
  void conditions() {
    TasklistForm form = open(Workshop.CONDITIONS);
    assertThat(form.field("text")).isVisible();
    Object shown =
        page.evaluate(
            "[...document.querySelectorAll('.fjs-form [id*=\"-Field_case\"]')]"
                + ".map(input => input.id.replace(/.*-Field_/, '')).join(' ')");
    Set<String> visible = Set.of(shown.toString().split(" "));
    SoftAssertions softly = new SoftAssertions();
    for (ConditionCases.Case one : ConditionCases.read().cases()) {
      softly
          .assertThat(!visible.contains(one.key()))
          .as("%s hides", one.expression())
          .isEqualTo(one.hides());
    }
    softly.assertAll();
  }

  @Test
  @DisplayName("sends every input in a way that the guard takes, and nothing of closed ones")
  void everyInput() {
    TasklistForm form = filledIn();
    form.complete();

    Submission submission = workshop.submission(business);
    assertThat(submission.text("line")).isEqualTo("Uma linha");
    assertThat(submission.text("prose")).isEqualTo("Duas\nlinhas");
    assertThat(submission.number("quantity")).isEqualByComparingTo("12");
    assertThat(submission.number("exact")).isEqualByComparingTo("12.50");
    assertThat(submission.flag("box")).isTrue();
    assertThat(submission.flag("unchecked")).isFalse();
    assertThat(submission.text("pick")).isEqualTo("second");
    assertThat(submission.text("fixed")).isEqualTo("second");
    assertThat(submission.text("body")).isEqualTo("svma");
    assertThat(submission.choices("some")).containsExactly("first", "second");
    assertThat(submission.choices("tags")).containsExactly("sms", "svma");
    assertThat(submission.text("day")).isEqualTo("2199-12-30");
    assertThat(submission.text("hour")).isEqualTo("10:30-03:00");
    assertThat(submission.text("instant")).isEqualTo("2199-12-30T13:45Z");
    for (String closed : List.of("locked", "off", "hidden", "computed")) {
      assertThat(submission.has(closed)).as(closed).isFalse();
    }
  }

  @Test
  @DisplayName("shows a refusal with the field's label, and keeps what was typed")
  void refusal() {
    TasklistForm form = filledIn();
    form.type("line", "x\u202ey");
    // The form takes what is typed over when the field is left, or a little later.
    form.field("line").blur();
    form.submit();
    assertThat(page.locator("[notifications-panel], .notifications").first())
        .containsText("Linha: há caracteres que não podem ser gravados");
    assertThat(form.field("line")).hasValue("x\u202ey");
    assertThat(form.field("prose")).hasValue("Duas\nlinhas");
    assertThat(form.field("quantity")).hasValue("12");
    Screenshots.take(page, "form-refusal");
    form.type("line", "xy").complete();
    assertThat(workshop.submission(business).text("line")).isEqualTo("xy");
  }

  private TasklistForm filledIn() {
    TasklistForm form = open(Workshop.EVERY_INPUT);
    form.type("line", "Uma linha")
        .type("prose", "Duas\nlinhas")
        .type("quantity", "12")
        .type("exact", "12.50");
    assertThat(form.field("hidden")).isVisible();
    form.field("box").check();
    assertThat(form.field("hidden")).hasCount(0);
    form.group("pick").getByLabel("Segunda").check();
    form.select("fixed", "Segunda").select("body", "Verde");
    form.group("some").getByLabel("Primeira").check();
    form.group("some").getByLabel("Segunda").check();
    form.tag("tags", "Saúde").tag("tags", "Verde");
    form.moment("day", "30/12/2199", null);
    form.moment("hour", null, "10:30");
    form.moment("instant", "30/12/2199", "10:45");
    return form;
  }

  private TasklistForm open(String taskKey) {
    return TasklistForm.openedBy(page, "/tasks/" + workshop.taskId(business, taskKey));
  }
}
