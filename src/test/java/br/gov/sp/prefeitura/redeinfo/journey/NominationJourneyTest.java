package br.gov.sp.prefeitura.redeinfo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationWorld;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox.Mail;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("The whole job of a nomination, clicked through in a browser")
class NominationJourneyTest {

  private static final String NEW_PASSWORD = "uma-senha-bem-escolhida-9";

  private static Browser browser;

  @Autowired AutowireCapableBeanFactory beans;
  @Autowired TestPeople people;
  @Autowired TestMailbox mailbox;
  @Autowired Persons persons;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private NominationWorld world;
  private Body body;
  private Person coordinator;
  private Person office;
  private Person head;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @BeforeEach
  void setUp() {
    world = beans.createBean(NominationWorld.class);
    body = world.body();
    coordinator = people.withFunction(Function.COORDINATION, body.slug());
    office = people.withFunction(Function.OFFICE, body.slug());
    head = people.withFunction(Function.HEAD, body.slug());
  }

  @Test
  @DisplayName("takes five people from the opened round to mandates in the public directory")
  void fromTheRoundToTheMandates() {
    Page coordination = signedIn(coordinator, Screen.DESKTOP);
    openRound(coordination);

    Page officeDesk = page(Screen.DESKTOP);
    followAndSignIn(officeDesk, mailbox.of(office).get(0), office);
    indicate(officeDesk);
    world.runJobs();

    accept("ana", Screen.DESKTOP);
    accept("bia", Screen.PHONE);

    Page phone = page(Screen.PHONE);
    followAndSignIn(phone, lastOf(head), head);
    TasklistForm approval = TasklistForm.shownOn(phone);
    Screenshots.take(phone, "approve-nomination-phone");
    Page desktop = signedIn(head, Screen.DESKTOP);
    TasklistForm.openedBy(desktop, lastOf(head).path());
    Screenshots.take(desktop, "approve-nomination");
    approval.choose("Aprovar o conjunto").complete();
    world.runJobs();

    validateAndPublish(coordination);

    Page visitor = page(Screen.DESKTOP);
    visitor.navigate("/directory/" + body.slug());
    assertThat(visitor.locator("main")).containsText("Ana Indicada");
    assertThat(visitor.locator("main")).containsText("Bia Indicada");
    Screenshots.take(visitor, "directory-body");

    for (String nominee : List.of("ana", "bia")) {
      assertThat(mailbox.to(address(nominee)))
          .as("the mandate's notice to %s", nominee)
          .anyMatch(mail -> mail.subject().toLowerCase().contains("mandato"));
    }
  }

  private void openRound(Page page) {
    page.navigate("/rounds/new");
    page.fill("[name=name]", "Rodada de teste " + body.acronym());
    page.uncheck("#track-ACCESS_TO_INFORMATION");
    page.check("#track-OPEN_GOVERNMENT");
    page.fill("[name=deadline]", world.today().plusDays(30).toString());
    page.check("#scope-chosen");
    page.locator("details summary").last().click();
    page.check("#body-" + body.id());
    Screenshots.take(page, "round-form");
    page.click("button[value=REVIEW]");
    page.click("button[value=OPEN]");
    page.waitForURL(url -> url.matches(".*/rounds/\\d+.*"));
    world.runJobs();
    page.reload();
    assertThat(page.locator("main")).containsText(body.acronym());
    Screenshots.take(page, "round");
  }

  private void indicate(Page page) {
    TasklistForm form = TasklistForm.shownOn(page);
    type(form, "openTitular", "ana", "Efetivo");
    type(form, "openSuplente", "bia", "Comissionado sem vínculo efetivo");
    Screenshots.take(page, "indicate-servants");
    form.complete();
  }

  private void type(TasklistForm form, String seat, String local, String bond) {
    String name = Character.toUpperCase(local.charAt(0)) + local.substring(1) + " Indicada";
    form.type(seat + "Name", name)
        .type(
            seat + "Identifier",
            String.valueOf(2_000_000 + Math.abs(address(local).hashCode() % 900_000)))
        .type(seat + "Email", address(local))
        .select(seat + "Bond", bond)
        .type(seat + "Unit", "Ouvidoria")
        .type(seat + "Why", "Cuida do atendimento e conhece quem usa os dados.");
  }

  /** The nominee chooses a password by the mail's link, signs in and accepts. */
  private void accept(String local, Screen screen) {
    Person nominee = persons.findByEmail(address(local)).orElseThrow();
    Page page = page(screen);
    page.navigate(mailWithPath(nominee, "/password/").path());
    page.fill("[name=password]", NEW_PASSWORD);
    page.fill("[name=repeated]", NEW_PASSWORD);
    page.click("main button[type=submit]");
    page.waitForURL(url -> url.contains("/login"));

    page.navigate(mailWithPath(nominee, "/tasks/").path());
    page.fill("[name=username]", address(local));
    page.fill("[name=password]", NEW_PASSWORD);
    page.click("main button[type=submit]");
    TasklistForm form = TasklistForm.shownOn(page);
    Screenshots.take(page, "accept-nomination-" + screen.name().toLowerCase());
    form.choose("Aceito a indicação").complete();
    world.runJobs();
  }

  private void validateAndPublish(Page page) {
    TasklistForm.openedBy(page, lastOf(coordinator).path()).choose("Válida").complete();
    world.runJobs();
    LocalDate today = SaoPaulo.today(clock);
    TasklistForm publication =
        TasklistForm.openedBy(page, lastOf(coordinator).path())
            .type("actNumber", "6010.2026/0001234-5")
            .type("gazetteDate", SaoPaulo.DAY.format(today))
            .type("gazetteLink", "https://diariooficial.prefeitura.sp.gov.br/exemplo");
    Screenshots.take(page, "record-publication");
    publication.complete();
    world.runJobs();
  }

  private Mail lastOf(Person person) {
    List<Mail> mails = mailbox.of(person);
    return mails.get(mails.size() - 1);
  }

  private Mail mailWithPath(Person person, String start) {
    return mailbox.of(person).stream()
        .filter(mail -> mail.path() != null && mail.path().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private String address(String local) {
    return local + "@" + body.mailDomains().get(0);
  }

  private Page page(Screen screen) {
    return browser.page("http://localhost:" + port, screen);
  }

  private Page signedIn(Person person, Screen screen) {
    Page page = page(screen);
    Browser.signIn(page, person.username(), TestPeople.PASSWORD);
    return page;
  }

  /** From the mail's link through the sign-in to the task's form. */
  private void followAndSignIn(Page page, Mail mail, Person person) {
    page.navigate(mail.path());
    page.fill("[name=username]", person.username());
    page.fill("[name=password]", TestPeople.PASSWORD);
    page.click("main button[type=submit]");
  }
}
