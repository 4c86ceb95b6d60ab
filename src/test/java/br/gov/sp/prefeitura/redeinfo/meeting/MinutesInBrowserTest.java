package br.gov.sp.prefeitura.redeinfo.meeting;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDesk;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDraft;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.FollowUps;
import br.gov.sp.prefeitura.redeinfo.support.Initiatives;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.MinutesLife;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("In a browser, minutes, follow-ups and initiatives")
class MinutesInBrowserTest {

  private static Browser browser;

  @Autowired MeetingWorld meetings;
  @Autowired MinutesLife minutes;
  @Autowired MinutesDesk desk;
  @Autowired FollowUps followUps;
  @Autowired Initiatives initiatives;
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
  @DisplayName("are written and read on any screen")
  void onAnyScreen() {
    Body body = bodies.make("SECRETARIA", "RF");
    Person member = people.withFunction(Function.VOLUNTEER, body.slug());
    long written = meetings.convened(meetings.plan());
    meetings.held(written, member);
    MinutesDraft typed = minutes.typed(written, body, member);
    minutes.save(written, typed, meetings.coordinator());
    long circulated = meetings.convened(meetings.plan());
    meetings.held(circulated, member);
    minutes.write(circulated, minutes.typed(circulated, body, member), meetings.coordinator());
    desk.remark(circulated, 1, "Faltou dizer quem faz.", meetings.signedIn(member));
    long published = meetings.convened(meetings.plan());
    meetings.held(published, member);
    minutes.write(published, minutes.typed(published, body, member), meetings.coordinator());
    minutes.closeRemarks(published, meetings.coordinator());
    minutes.approve(published, people.withFunction(Function.SAO_PAULO_ABERTA, "seri"));
    long followUp = followUps.open(body, member, meetings.coordinator());
    long initiative = initiatives.proposed();
    for (Screen screen : Screen.values()) {
      Page page = browser.page(people.visitor().address(), screen);
      look(page, "/minutes", "list", screen);
      look(page, "/minutes/" + published, "public", screen);
      look(page, "/initiatives", "initiatives", screen);
      look(page, "/initiatives/" + initiative, "initiative", screen);
      Browser.signIn(page, meetings.coordinator().username(), TestPeople.PASSWORD);
      look(page, "/meetings/" + written + "/minutes", "edit", screen);
      look(page, "/meetings/" + circulated + "/minutes", "read", screen);
      look(page, "/follow-ups", "follow-ups", screen);
      look(page, "/follow-ups/" + followUp, "follow-up", screen);
      look(page, "/initiatives/" + initiative + "/edit", "initiative-edit", screen);
      page.close();
    }
  }

  private static void look(Page page, String path, String name, Screen screen) {
    page.navigate(path);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Path.of(
                    "target/screenshots/minutes-"
                        + name
                        + "-"
                        + screen.name().toLowerCase()
                        + ".png"))
            .setFullPage(true));
    Browser.assertAccessible(page);
  }
}
