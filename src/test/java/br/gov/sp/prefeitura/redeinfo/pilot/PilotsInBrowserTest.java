package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.PilotRows;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("In a browser, pilots")
class PilotsInBrowserTest {

  private static Browser browser;

  @Autowired PilotLife life;
  @Autowired PilotRows rows;
  @Autowired TestPeople people;

  @BeforeAll
  static void launch() {
    browser = Browser.launch();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  @DisplayName(
      "are read on any screen by everybody: board, page, place in the process, public pages")
  void areReadByEverybody() {
    Team team = life.team();
    long id = life.approved(team, Map.of("title", "Mapa das podas para quem mora perto"));
    life.draft(
        team, Map.of("title", "Ônibus no ponto: dados abertos da frota que atende a periferia"));
    life.endorsed(team);
    for (PilotState state : PilotState.values()) {
      rows.make(team.body().id(), state, team.member().id());
    }
    String body = team.body().slug();
    for (Screen screen : Screen.values()) {
      Page page = browser.page(people.visitor().address(), screen);
      List<String> complaints = complaints(page);
      Browser.signIn(page, team.member().username(), TestPeople.PASSWORD);
      look(page, "/pilots?body=" + body, "board", screen);
      look(page, "/pilots?stage=EXECUTION&body=" + body, "list", screen);
      look(page, "/pilots/" + id, "page", screen);
      page.navigate("/pilots/" + id + "/process");
      page.waitForSelector(".diagram[data-drawn=true] .diagram-current");
      assertThat(page.isVisible(".bjs-powered-by")).isTrue();
      look(page, null, "process", screen);
      page.close();
      Page anybody = browser.page(people.visitor().address(), screen);
      complaints.addAll(complaints(anybody));
      look(anybody, "/projects?body=" + body, "projects", screen);
      look(anybody, "/projects/" + id, "project", screen);
      look(anybody, "/projects/dictionary", "dictionary", screen);
      anybody.close();
      assertThat(complaints).as("what the browser complained about").isEmpty();
    }
  }

  @Test
  @DisplayName("are found, and the diagram moved, by the keyboard alone")
  void areFoundByKeyboard() {
    Team team = life.team();
    life.draft(team, Map.of("title", "Ciclovia contada"));
    long id = life.endorsed(team);
    Page page = browser.page(people.visitor().address(), Screen.DESKTOP);
    Browser.signIn(page, team.member().username(), TestPeople.PASSWORD);
    page.navigate("/pilots?whose=MY_BODY");
    page.focus("#q");
    page.keyboard().type("ciclovia");
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("q=ciclovia"));
    page.waitForFunction("document.querySelectorAll('.board__card').length === 1");
    assertThat(page.innerText(".board")).contains("Ciclovia contada");

    page.navigate("/pilots/" + id + "/process");
    page.waitForSelector(".diagram[data-drawn=true]");
    String before = page.getAttribute(".djs-container .viewport", "transform");
    page.focus("[data-diagram=in]");
    page.keyboard().press("Enter");
    assertThat(page.getAttribute(".djs-container .viewport", "transform")).isNotEqualTo(before);
    page.close();
  }

  private static List<String> complaints(Page page) {
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return complaints;
  }

  private static void look(Page page, String path, String name, Screen screen) {
    if (path != null) {
      page.navigate(path);
    }
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Path.of(
                    "target/screenshots/pilots-"
                        + name
                        + "-"
                        + screen.name().toLowerCase()
                        + ".png"))
            .setFullPage(true));
    Browser.assertAccessible(page);
  }
}
