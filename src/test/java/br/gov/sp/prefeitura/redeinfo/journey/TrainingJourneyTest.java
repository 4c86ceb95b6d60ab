package br.gov.sp.prefeitura.redeinfo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The whole job of a training, clicked through in a browser")
class TrainingJourneyTest {

  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
  private static final Duration UNTIL_ENROLMENT_ENDS = Duration.ofHours(2);
  private static final Duration UNTIL_SESSION = Duration.ofHours(3);

  private static Browser browser;

  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired TestMailbox mailbox;
  @Autowired TrainingLife trainings;
  @Autowired EngineClock engineClock;
  @Autowired Clock clock;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @AfterEach
  void restoreClock() {
    engineClock.restore();
  }

  @Test
  @DisplayName("leads from the plan over the waiting list to a certificate that anybody verifies")
  void fromThePlanToTheCertificate() {
    Body body = bodies.make();
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    Person school = people.withFunction(Function.EMASP, "seges");
    Person ana = people.person(body.slug());
    Person bia = people.person(body.slug());
    String title = "Curso de " + body.acronym();

    Page desk = signedIn(coordinator, Screen.DESKTOP);
    plan(desk, title, school);
    long edition = publish(desk);
    trainings.fire("training-edition", edition, "intermediateCatchEvent_EnrolmentBegins");

    Page first = signedIn(ana, Screen.DESKTOP);
    enrol(first, edition, "Vaga confirmada");
    Page second = signedIn(bia, Screen.PHONE);
    enrol(second, edition, "Na lista de espera");
    withdraw(first, title);
    assertThat(mailbox.one(bia, "Abriu uma vaga").attachments()).isNotEmpty();
    second.navigate("/trainings/mine");
    assertThat(second.locator("main")).containsText("Vaga confirmada");
    Screenshots.take(second, "trainings-mine-phone");

    trainings.closeEnrolment(edition);
    engineClock.setTo(clock.instant().plus(UNTIL_SESSION).plus(Duration.ofMinutes(30)));
    takeAttendance(school, edition);
    trainings.runJobs();

    confirmResults(school, title);
    trainings.runJobs();

    verify(page(Screen.DESKTOP), codeOfCertificate(bia), bia, title);
  }

  private void plan(Page page, String title, Person school) {
    LocalDateTime now = LocalDateTime.now(clock.withZone(SaoPaulo.ZONE));
    page.navigate("/trainings/planning/new");
    page.fill("[name=title]", title);
    page.selectOption("[name=kind]", "COURSE");
    page.fill("[name=content]", "Lei de Acesso à Informação, do pedido à resposta.");
    page.fill("[name=keepers]", school.email());
    page.selectOption("[name=audience]", "SERVANTS");
    page.fill("[name=capacity]", "1");
    page.fill("[name=enrolmentFrom]", TYPED.format(now.minusDays(1)));
    page.fill("[name=enrolmentUntil]", TYPED.format(now.plus(UNTIL_ENROLMENT_ENDS)));
    page.selectOption("[name=releasePolicy]", "ACCEPT");
    page.check("#certificate");
    page.check("#schoolValidates");
    if (page.locator("[name='sessions[0].title']").count() == 0) {
      page.click("button[value=ADD_SESSION]");
    }
    page.fill("[name='sessions[0].title']", "Encontro único");
    page.fill("[name='sessions[0].startsAt']", TYPED.format(now.plus(UNTIL_SESSION)));
    page.fill("[name='sessions[0].endsAt']", TYPED.format(now.plus(UNTIL_SESSION).plusHours(4)));
    page.fill("[name='sessions[0].place']", "Auditório (endereço fictício)");
    Browser.assertAccessible(page);
    Screenshots.take(page, "training-plan");
    page.click("main form .actions button[value=SAVE].button:not(.button--secondary)");
    page.waitForURL(url -> url.matches(".*/trainings/planning/\\d+.*"));
  }

  /** Returns the edition's id. */
  private long publish(Page page) {
    page.click("main a[href$='/publish']");
    page.click("main form[action$='/publish'] button[type=submit]");
    page.waitForURL(url -> url.matches(".*/trainings/planning/\\d+(\\?.*)?$"));
    trainings.runJobs();
    return Long.parseLong(page.url().replaceAll(".*/(\\d+).*", "$1"));
  }

  private static void enrol(Page page, long edition, String outcome) {
    page.navigate("/trainings/" + edition);
    page.click("form[action$='/enrollments'] button[type=submit]");
    page.waitForSelector(".notice--success");
    assertThat(page.locator("main")).containsText(outcome);
  }

  private void withdraw(Page page, String title) {
    page.navigate("/trainings/mine");
    page.click("text=Desistir de " + title);
    page.waitForSelector("[name=reason]");
    page.click("main form button[type=submit]");
    page.waitForSelector(".notice--success");
    trainings.runJobs();
  }

  private void takeAttendance(Person keeper, long edition) {
    Page phone = signedIn(keeper, Screen.PHONE);
    phone.navigate("/attendance/" + trainings.sheets(edition).get(0));
    Browser.assertAccessible(phone);
    phone.click("button[name=status][value=PRESENT] >> nth=0");
    assertThat(phone.locator(".attendance-row").first()).hasAttribute("data-status", "PRESENT");
    Screenshots.take(phone, "attendance-phone");
    phone.click("[data-complete]");
    phone.click("form[action$='/completion'] button[type=submit]");
    phone.waitForSelector(".notice--success");
  }

  private void confirmResults(Person school, String title) {
    Page page = signedIn(school, Screen.DESKTOP);
    TasklistForm form =
        TasklistForm.openedBy(
            page,
            mailbox.of(school).stream()
                .filter(mail -> mail.path() != null && mail.path().startsWith("/tasks/"))
                .filter(mail -> mail.subject().contains(title))
                .findFirst()
                .orElseThrow()
                .path());
    Screenshots.take(page, "certify-edition");
    form.choose("Sim, confirmar").complete();
  }

  /** As the holder reads it, on the page that the mail leads to. */
  private String codeOfCertificate(Person holder) {
    Page page = signedIn(holder, Screen.DESKTOP);
    page.navigate(mailbox.one(holder, "o certificado está pronto").path());
    page.click("main a[href*='/certificates/']:not([href$='.pdf'])");
    return page.locator("dd.number").innerText();
  }

  private static void verify(Page visitor, String code, Person holder, String title) {
    visitor.navigate("/certificates");
    visitor.fill("[name=code]", code.toLowerCase());
    visitor.click("main form[method=get] button[type=submit]");
    assertThat(visitor.locator("main")).containsText("Certificado autêntico e em vigor");
    assertThat(visitor.locator("main")).containsText(holder.name());
    assertThat(visitor.locator("main")).containsText(title);
    Browser.assertAccessible(visitor);
    Screenshots.take(visitor, "certificate-verified");
  }

  private Page signedIn(Person person, Screen screen) {
    Page page = page(screen);
    Browser.signIn(page, person.username(), TestPeople.PASSWORD);
    return page;
  }

  private Page page(Screen screen) {
    return browser.page(people.visitor().address(), screen);
  }
}
