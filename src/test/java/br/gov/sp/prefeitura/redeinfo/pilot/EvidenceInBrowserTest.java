package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.EvidenceFiles;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("In a browser, evidence")
class EvidenceInBrowserTest {

  private static Browser browser;

  @Autowired PilotLife life;
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
  @DisplayName("is added, refused with words beside the field, and saved, on any screen")
  void isAdded() {
    Team team = life.team();
    long id = life.draft(team);
    for (Screen screen : Screen.values()) {
      Page page = browser.page(people.visitor().address(), screen);
      Browser.signIn(page, team.member().username(), TestPeople.PASSWORD);
      page.navigate("/pilots/" + id + "/evidence");
      add(page, "Fotos da praça", "praca.png", EvidenceFiles.picture("png"));
      assertThat(page.innerText(".rows")).contains("Fotos da praça", "praca.png", "SHA-256");
      page.fill("#link-title", "Página da praça");
      page.fill("#evidence-link", "https://example.org/" + "praca".repeat(20));
      page.click("form[action$=links] button");
      add(page, "Um programa", "programa.txt", "#!/bin/sh\n".getBytes());
      assertThat(page.isVisible("#evidence-file-error")).isTrue();
      assertThat(page.inputValue("#file-title")).isEqualTo("Um programa");
      Browser.assertAccessible(page);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "screenshots", "evidence-" + screen + ".png")));
      Download file = page.waitForDownload(() -> page.click("text=Fotos da praça"));
      assertThat(file.suggestedFilename()).isEqualTo("praca.png");
      page.close();
    }
  }

  private static void add(Page page, String title, String name, byte[] content) {
    page.fill("#file-title", title);
    page.setInputFiles("#evidence-file", new FilePayload(name, "application/x", content));
    page.click("form[action$=files] button");
    page.waitForLoadState();
  }
}
