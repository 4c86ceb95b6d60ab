package br.gov.sp.prefeitura.redeinfo.pilot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.journey.Screenshots;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.DraftService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDesk;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("In a browser, a proposal")
class ProposalInBrowserTest {

  private static Browser browser;

  @Autowired PilotLife life;
  @Autowired TestPeople people;
  @Autowired DraftService drafts;
  @Autowired PilotDesk desk;

  private Team team;

  @BeforeAll
  static void launch() {
    browser = Browser.launch();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void aTeam() {
    team = life.team();
  }

  @Test
  @DisplayName("is typed and saved by itself, grows rows, says what is missing and is sent")
  void isWritten() {
    Page page = signedIn(team.member(), Screen.DESKTOP);
    life.draft(team, Map.of("title", "Hortas comunitárias abertas"));
    page.navigate("/pilots/new");
    page.fill("#title", "Mapa das hortas comunit");
    assertThat(page.locator("#similar")).containsText("Hortas comunitárias abertas");
    look(page, "proposal-new");
    page.click("main form button[type=submit]");
    page.waitForURL(Pattern.compile(".*/pilots/\\d+/proposal"));
    long id = Long.parseLong(page.url().replaceAll("\\D+", " ").trim().split(" ")[1]);
    page.fill("#problem", "Ninguém sabe onde há hortas.");
    page.keyboard().press("Tab");
    assertThat(page.locator("#saved")).hasText(Pattern.compile("Salvo às \\d\\d:\\d\\d"));
    assertThat(drafts.current(id).typed().get("problem")).isEqualTo("Ninguém sabe onde há hortas.");
    life.proposal(team)
        .forEach(
            (name, text) -> {
              if (name.startsWith("milestones[1]")) {
                return;
              }
              if (name.startsWith("themes.")) {
                page.check("[name='" + name + "']");
              } else if (name.equals("territory") || name.equals("sponsor")) {
                page.selectOption("[name='" + name + "']", text);
              } else if (!name.equals("indicators")) {
                page.fill("[name='" + name + "']", text);
              }
            });
    page.click("[data-list=milestones] [data-add]");
    assertThat(page.locator("[name='milestones[1].title']")).isFocused();
    page.keyboard().type("Um marco que sai de novo");
    page.click("[data-list=milestones] [data-add]");
    page.keyboard().type("Publicar o mapa");
    page.fill("[name='milestones[2].start']", "2027-05-01");
    page.fill("[name='milestones[2].end']", "2027-06-01");
    page.locator("[data-list=milestones] [data-remove]").nth(1).click();
    assertThat(page.locator("[name='milestones[1].title']")).hasValue("Publicar o mapa");
    assertThat(page.locator("#ready")).hasText("5 de 6 partes prontas");
    assertThat(page.locator("#gaps li")).hasCount(1);
    page.click("#gaps a");
    assertThat(page.url()).endsWith("#indicators");
    page.fill("#indicators", "Consultas ao mapa por mês.");
    page.keyboard().press("Tab");
    assertThat(page.locator("#no-gaps")).isVisible();
    look(page, "proposal-complete");
    page.click("button[formaction]");
    page.waitForURL(Pattern.compile(".*/pilots/\\d+$"));
    assertThat(page.locator(".notice--success")).containsText("Proposta enviada");
    assertThat(desk.get(id).state()).isEqualTo(PilotState.IN_ENDORSEMENT);
  }

  @Test
  @DisplayName("shows what a colleague wrote meanwhile, and lets the writer choose")
  void twoWriters() {
    long id = life.draft(team);
    Page mine = signedIn(team.member(), Screen.PHONE);
    mine.navigate("/pilots/" + id + "/proposal");
    life.change(
        id,
        team.office(),
        Map.of(
            "problem", "O texto do gabinete",
            "baseline", "O hoje do gabinete",
            "milestones[2].title", "O marco do gabinete"));
    mine.fill("#problem", "O meu texto");
    mine.fill("#risks", "O meu risco");
    mine.keyboard().press("Tab");
    assertThat(mine.locator("[data-clash=problem]")).containsText("O texto do gabinete");
    assertThat(mine.locator("[data-clash=problem]")).containsText(team.office().name());
    assertThat(mine.locator("#problem")).hasValue("O meu texto");
    assertThat(mine.locator("#baseline")).hasValue("O hoje do gabinete");
    assertThat(mine.locator("[name='milestones[2].title']")).hasValue("O marco do gabinete");
    look(mine, "proposal-clash");
    mine.fill("#budget", "Nada a mais");
    mine.keyboard().press("Tab");
    await().until(() -> drafts.current(id).typed().get("budget").equals("Nada a mais"));
    assertThat(drafts.current(id).typed().get("problem")).isEqualTo("O texto do gabinete");
    mine.click("[data-clash=problem] [data-choose=mine]");
    await().until(() -> drafts.current(id).typed().get("problem").equals("O meu texto"));
    assertThat(mine.locator("[data-clash]")).hasCount(0);

    life.change(id, team.office(), Map.of("problem", "De novo o gabinete"));
    mine.fill("#problem", "De novo eu");
    mine.keyboard().press("Tab");
    mine.click("[data-clash=problem] [data-choose=theirs]");
    assertThat(mine.locator("#problem")).hasValue("De novo o gabinete");
    assertThat(drafts.current(id).typed().get("problem")).isEqualTo("De novo o gabinete");
  }

  @Test
  @DisplayName("keeps what is typed while the server is away, and says that the session ended")
  void serverAway() {
    long id = life.draft(team);
    Page page = signedIn(team.member(), Screen.DESKTOP);
    page.navigate("/pilots/" + id + "/proposal");
    page.context().setOffline(true);
    page.fill("#problem", "Escrito sem rede");
    page.keyboard().press("Tab");
    assertThat(page.locator("#trouble")).containsText("Não foi possível salvar agora");
    page.context().setOffline(false);
    await().until(() -> drafts.current(id).typed().get("problem").equals("Escrito sem rede"));
    assertThat(page.locator("#trouble")).isHidden();
    page.context().clearCookies();
    page.fill("#problem", "Escrito sem sessão");
    page.keyboard().press("Tab");
    assertThat(page.locator("#trouble")).containsText("Sua sessão terminou");
    assertThat(page.locator("#problem")).hasValue("Escrito sem sessão");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Screen.class)
  @DisplayName("is accessible and fits the screen: with everything wrong, as a draft, as versions")
  void isAccessible(Screen screen) {
    long id = life.submitted(team);
    life.answer(
        id,
        PilotProjectProcess.TASK_ENDORSE,
        team.head(),
        Map.of(
            "endorsement", "return",
            "returnReason", "Falta clareza",
            "problemComment", "Quantas praças são?"));
    Page page = signedIn(team.member(), screen);
    page.navigate("/pilots/" + id + "/proposal");
    page.locator("details.example summary").first().click();
    page.fill("#publicElement", "");
    page.click("[data-list=partners] [data-add]");
    page.fill("[name='partners[0].part']", "Ajuda");
    page.click("[data-list=datasets] [data-add]");
    page.fill("[name='datasets[0].title']", "Podas");
    page.click("button[formaction]");
    page.waitForSelector("#wrong");
    look(page, "proposal-wrong-" + screen.name().toLowerCase(Locale.ROOT));
    page.locator("[data-list=datasets] [data-remove]").first().click();
    page.fill("#publicElement", "Um mapa com 300 praças que qualquer pessoa consulta no celular.");
    page.fill("[name='partners[0].guest']", "Laboratório de inovação");
    page.click("button[formaction]");
    page.waitForURL(Pattern.compile(".*/pilots/\\d+$"));
    page.navigate("/pilots/" + id + "/submissions/2/changes");
    look(page, "proposal-changes-" + screen.name().toLowerCase(Locale.ROOT));
    if (screen == Screen.DESKTOP) {
      return;
    }
    page.navigate("/pilots/" + id + "/submissions/2");
    look(page, "proposal-version");
    long draft = life.draft(team);
    Page head = signedIn(team.head(), screen);
    head.navigate("/pilots/" + draft + "/proposal");
    look(head, "proposal-draft");
  }

  private Page signedIn(Person person, Screen screen) {
    Page page = browser.page(people.visitor().address(), screen);
    Browser.signIn(page, person.username(), TestPeople.PASSWORD);
    return page;
  }

  private static void look(Page page, String name) {
    Browser.assertAccessible(page);
    Screenshots.take(page, name);
  }
}
