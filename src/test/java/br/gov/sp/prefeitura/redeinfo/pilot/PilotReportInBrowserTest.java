package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("In a browser, a running pilot")
class PilotReportInBrowserTest {

  private static Browser browser;

  @Autowired PilotLife pilots;
  @Autowired PilotExecution execution;
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
  @DisplayName("is reported on by the keyboard and on any screen, and suspended with a reason")
  void isReportedOn() {
    Team team = pilots.team();
    long id = execution.running(team);
    execution.reportDue(id);
    String address = people.visitor().address();
    Page member = browser.page(address, Screen.PHONE);
    Browser.signIn(member, team.member().username(), TestPeople.PASSWORD);
    member.navigate("/pilots/" + id + "/report");
    look(member, "report-phone");
    Browser.resize(member, Screen.DESKTOP);
    look(member, "report-desktop");

    member.focus("#summary");
    member.keyboard().type("Levantamos dez praças.");
    member.click("button:has-text('Enviar à coordenação')");
    member.waitForSelector("#risk-error");
    look(member, "report-wrong");
    assertThat(member.inputValue("#summary")).isEqualTo("Levantamos dez praças.");
    member.selectOption("#risk", "LOW");
    member.click("button:has-text('Enviar à coordenação')");
    member.waitForURL(url -> url.endsWith("/pilots/" + id));
    assertThat(member.textContent("main")).contains("Relato enviado");
    member.close();

    Page head = browser.page(address, Screen.PHONE);
    Browser.signIn(head, team.head().username(), TestPeople.PASSWORD);
    head.navigate("/pilots/" + id + "/report");
    look(head, "report-read");
    head.navigate("/pilots/" + id + "/suspension");
    look(head, "suspension");
    head.fill("#reason", "O prédio está em obras.");
    head.click("main button[type=submit]");
    head.waitForURL(url -> url.endsWith("/pilots/" + id));
    look(head, "suspended");
    head.close();
    pilots.expect(id, PilotState.SUSPENDED);
  }

  private static void look(Page page, String name) {
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots/pilot-execution-" + name + ".png")));
    Browser.assertAccessible(page);
  }
}
