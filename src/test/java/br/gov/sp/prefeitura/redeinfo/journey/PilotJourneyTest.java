package br.gov.sp.prefeitura.redeinfo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The whole life of a pilot, clicked through in a browser")
class PilotJourneyTest {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private static final Locator.GetByLabelOptions EXACT =
      new Locator.GetByLabelOptions().setExact(true);

  private static Browser browser;

  @Autowired PilotLife pilots;
  @Autowired TestPeople people;
  @Autowired TestMailbox mailbox;
  @Autowired Clock clock;

  private Team team;
  private String title;
  private long id;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @Test
  @DisplayName("leads from a focal point's idea to an evaluation that anybody reads")
  void fromTheIdeaToTheEvaluation() {
    team = pilots.team();
    title = "Mapa das podas de " + team.body().acronym();

    propose();
    endorse();
    review();
    vote();
    present();
    report();
    evaluate();

    Page visitor = page(Screen.PHONE);
    visitor.navigate("/projects/" + id);
    assertThat(visitor.locator("main")).containsText("importante");
    assertThat(visitor.locator("main")).containsText("Fotos do mapa");
    Browser.assertAccessible(visitor);
    Screenshots.take(visitor, "project-public-phone");
  }

  private void propose() {
    Page page = signedIn(team.member(), Screen.DESKTOP);
    page.navigate("/pilots/new");
    page.fill("[name=title]", title);
    page.click("main form button[type=submit]");
    page.waitForURL(url -> url.matches(".*/pilots/\\d+/proposal.*"));
    id = Long.parseLong(page.url().replaceAll(".*/pilots/(\\d+)/.*", "$1"));
    LocalDate today = SaoPaulo.today(clock);
    page.check("#themes-PARTICIPATION");
    page.fill("[name=problem]", "As pessoas não sabem quando a praça será podada.");
    page.fill("[name=baseline]", "Hoje há 40 pedidos de informação por mês.");
    page.fill("[name=description]", "Um mapa com a data de cada poda.");
    page.fill("[name=deliverables]", "O mapa e a base aberta.");
    page.fill("[name=targetPublic]", "Quem mora perto de praças.");
    page.fill("[name=publicElement]", "Um mapa que qualquer pessoa consulta.");
    page.fill("[name=contribution]", "Abre a agenda e chama a vizinhança a opinar.");
    page.selectOption("[name=territory]", "city");
    page.fill("[name='milestones[0].title']", "Publicar o mapa");
    page.fill("[name='milestones[0].start']", today.plusDays(20).toString());
    page.fill("[name='milestones[0].end']", today.plusDays(200).toString());
    page.fill("[name=indicators]", "Pedidos de informação por mês: de 40 a 10.");
    page.fill("[name=risks]", "Chuva forte muda a agenda.");
    Browser.assertAccessible(page);
    Screenshots.take(page, "pilot-proposal");
    page.click("button[formaction$='/proposal/submission']");
    page.waitForSelector(".notice--success");
    pilots.runJobs();
    pilots.expect(id, PilotState.IN_ENDORSEMENT);
  }

  private void endorse() {
    Page page = signedIn(team.head(), Screen.PHONE);
    TasklistForm form = TasklistForm.openedBy(page, taskMail(team.head(), "Endossar"));
    Screenshots.take(page, "endorse-pilot-phone");
    form.choose("Endossar: o órgão assume este projeto").complete();
    pilots.runJobs();
    pilots.expect(id, PilotState.IN_REVIEW);
  }

  private void review() {
    Page page = signedIn(team.coordinator(), Screen.DESKTOP);
    TasklistForm form =
        TasklistForm.openedBy(page, taskMail(team.coordinator(), "Analisar a proposta"));
    List.of(
            "problem",
            "contribution",
            "publicElement",
            "milestones",
            "indicators",
            "feasibility",
            "data")
        .forEach(point -> form.group(point + "Verdict").getByLabel("Atendido", EXACT).check());
    form.type("opinion", "Proposta clara e viável.");
    Screenshots.take(page, "review-pilot");
    form.choose("Encaminhar ao comitê").complete();
  }

  private void vote() {
    Person elector = pilots.committee(1).get(0);
    pilots.among(List.of(elector), pilots::runJobs);
    Page page = signedIn(elector, Screen.PHONE);
    TasklistForm form = TasklistForm.openedBy(page, taskMail(elector, "Votar"));
    form.choose("A favor").complete();
    pilots.runJobs();
    pilots.expect(id, PilotState.APPROVED);
  }

  private void present() {
    LocalDate day = SaoPaulo.today(clock).plusDays(12);
    Page page = signedIn(team.coordinator(), Screen.DESKTOP);
    TasklistForm.openedBy(page, taskMail(team.coordinator(), "Marcar"))
        .moment("startsAt", DAY.format(day), "09:00")
        .type("place", "Auditório (endereço fictício)")
        .complete();
    pilots.runJobs();
    pilots.fire(id, "intermediateCatchEvent_PresentationOver");
    TasklistForm.openedBy(page, taskMail(team.coordinator(), "Registrar")).choose("Sim").complete();
    pilots.runJobs();
    pilots.expect(id, PilotState.PRESENTED);
    Page member = signedIn(team.member(), Screen.DESKTOP);
    TasklistForm.openedBy(member, taskMail(team.member(), "Iniciar"))
        .moment("day", DAY.format(SaoPaulo.today(clock)), null)
        .complete();
    pilots.runJobs();
    pilots.expect(id, PilotState.RUNNING);
  }

  private void report() {
    pilots.fire(id, "intermediateCatchEvent_ReportDue");
    Page page = signedIn(team.member(), Screen.PHONE);
    page.navigate("/pilots/" + id + "/evidence");
    page.setInputFiles(
        "#evidence-file",
        new FilePayload(
            "fotos.csv", "text/csv", "praça;data\nA;01/02\n".getBytes(StandardCharsets.UTF_8)));
    page.check("#file-REPORT");
    page.fill("#file-title", "Fotos do mapa");
    page.check("#file-open");
    page.click("main form[enctype^=multipart] button[type=submit]");
    page.waitForSelector(".notice--success");
    page.navigate("/pilots/" + id + "/report");
    page.fill("[name='rows[0].percent']", "100");
    page.fill("[name='rows[0].actualStart']", SaoPaulo.today(clock).toString());
    page.fill("[name='rows[0].actualEnd']", SaoPaulo.today(clock).toString());
    page.fill("[name=summary]", "O mapa está no ar.");
    page.selectOption("[name=risk]", "LOW");
    page.check("#finished");
    Browser.assertAccessible(page);
    Screenshots.take(page, "pilot-report-phone");
    page.click("button[formaction$='/report/submission']");
    page.waitForSelector(".notice--success");
    pilots.runJobs();
    Page desk = signedIn(team.coordinator(), Screen.DESKTOP);
    TasklistForm.openedBy(desk, taskMail(team.coordinator(), "Analisar o relato"))
        .choose("Aceitar o relato")
        .complete();
    pilots.runJobs();
    pilots.expect(id, PilotState.COMPLETED);
  }

  private void evaluate() {
    Page page = signedIn(team.coordinator(), Screen.DESKTOP);
    TasklistForm.openedBy(page, taskMail(team.coordinator(), "Analisar a conclusão"))
        .choose("Sim: passar à avaliação")
        .complete();
    pilots.runJobs();
    TasklistForm.openedBy(page, taskMail(team.coordinator(), "Avaliar"))
        .select("completion", "Substancial")
        .select("earlyResults", "Melhorou de modo importante")
        .type("text", "O mapa mudou o modo de pedir e de podar.")
        .complete();
    pilots.runJobs();
    pilots.expect(id, PilotState.EVALUATED);
    page.navigate("/pilots/" + id);
    Browser.assertAccessible(page);
    Screenshots.take(page, "pilot-page");
    page.navigate("/pilots/" + id + "/process");
    assertThat(page.locator(".diagram")).hasAttribute("data-drawn", "true");
    page.navigate("/pilots?body=" + team.body().slug());
    assertThat(page.locator("main")).containsText(title);
    Screenshots.take(page, "pilot-board");
  }

  /** Where the person's mail about this task of the pilot leads. */
  private String taskMail(Person person, String task) {
    return mailbox.of(person).stream()
        .filter(mail -> mail.path() != null && mail.path().startsWith("/tasks/"))
        .filter(mail -> mail.subject().startsWith(task) && mail.subject().contains(title))
        .findFirst()
        .orElseThrow()
        .path();
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
