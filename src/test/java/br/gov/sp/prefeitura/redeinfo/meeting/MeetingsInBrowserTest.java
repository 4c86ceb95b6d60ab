package br.gov.sp.prefeitura.redeinfo.meeting;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("In a browser, meetings")
class MeetingsInBrowserTest {

  private static Browser browser;

  @Autowired MeetingWorld meetings;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;

  @BeforeAll
  static void launch() {
    browser = Browser.launch();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  @DisplayName("are read, planned and prepared on any screen by everybody")
  void onAnyScreen() {
    Person member = people.withFunction(Function.VOLUNTEER, bodies.make("SECRETARIA", "RF").slug());
    Map<String, String> asked = meetings.toAskFor();
    long planned = Long.parseLong(asked.get("meeting"));
    meetings.propose(planned, member);
    long convened = meetings.convened(meetings.plan());
    for (Screen screen : Screen.values()) {
      Page page = browser.page(people.visitor().address(), screen);
      Browser.signIn(page, meetings.coordinator().username(), TestPeople.PASSWORD);
      look(page, "/meetings", "list", screen);
      look(page, "/meetings/new", "plan", screen);
      look(page, "/meetings/" + planned + "/agenda", "agenda", screen);
      look(page, "/meetings/" + planned + "/convocation", "convocation", screen);
      look(page, "/meetings/" + planned + "/guests", "guests", screen);
      look(page, "/meetings/" + convened, "convened", screen);
      look(page, "/meetings/" + convened + "/postponement", "postponement", screen);
      page.close();
    }
  }

  private static void look(Page page, String path, String name, Screen screen) {
    page.navigate(path);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Path.of(
                    "target/screenshots/meetings-"
                        + name
                        + "-"
                        + screen.name().toLowerCase()
                        + ".png"))
            .setFullPage(true));
    Browser.assertAccessible(page);
  }
}
