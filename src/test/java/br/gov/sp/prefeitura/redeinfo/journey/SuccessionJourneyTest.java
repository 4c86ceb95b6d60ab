package br.gov.sp.prefeitura.redeinfo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.Departures;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The succession of a focal point, clicked through in a browser")
class SuccessionJourneyTest {

  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
  private static final String NOTE = "A planilha das praças fica na pasta do gabinete.";

  private static Browser browser;

  @Autowired PilotLife pilots;
  @Autowired PilotExecution execution;
  @Autowired Departures departures;
  @Autowired TestPeople people;
  @Autowired TestMailbox mailbox;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @Test
  @DisplayName("hands a running pilot and a note to the one who was chosen, and ends access")
  void handsOverARunningPilot() {
    Team made = pilots.team();
    Person leaver = departures.focalPoint(made.body(), Track.OPEN_GOVERNMENT, Seat.TITULAR);
    Person chosen = departures.focalPoint(made.body(), Track.ACCESS_TO_INFORMATION, Seat.TITULAR);
    Team team = new Team(made.body(), made.head(), made.office(), leaver, made.coordinator());
    long pilot = execution.running(team);
    String title = pilots.get(pilot).title();

    Page leavers = signedIn(leaver, Screen.PHONE);
    long id = state(team, leaver, title, chosen);
    writeNote(leavers, leaver);
    plan(team.office(), leaver);
    departures.hourComes(id);

    leavers.navigate("/pilots/" + pilot);
    assertThat(leavers.locator("[name=username]")).isVisible();
    receive(chosen, leaver, pilot, title);
  }

  /** The head says who leaves, when, and who gets the pilot; returns the succession's id. */
  private long state(Team team, Person leaver, String title, Person chosen) {
    Page page = signedIn(team.head(), Screen.DESKTOP);
    page.navigate("/successions/new");
    page.getByText(leaver.name(), new Page.GetByTextOptions().setExact(true)).click();
    page.selectOption("[name=reason]", "RESIGNED");
    page.fill("[name=leavesAt]", TYPED.format(departures.inTenDays()));
    Locator thing =
        page.locator("li.row").filter(new Locator.FilterOptions().setHasText(title)).first();
    thing.locator("select").selectOption(new SelectOption().setLabel(chosen.name()));
    Browser.assertAccessible(page);
    Screenshots.take(page, "succession-new");
    page.click("main form button[type=submit]");
    page.waitForURL(url -> url.matches(".*/successions/\\d+(\\?.*)?$"));
    departures.runJobs();
    return Long.parseLong(page.url().replaceAll(".*/successions/(\\d+).*", "$1"));
  }

  private void writeNote(Page page, Person leaver) {
    TasklistForm.openedBy(page, mailbox.one(leaver, "Escreva uma nota").path())
        .type("note", NOTE)
        .complete();
    departures.runJobs();
  }

  private void plan(Person office, Person leaver) {
    Page page = signedIn(office, Screen.DESKTOP);
    TasklistForm form =
        TasklistForm.openedBy(
            page, mailbox.one(office, "Planeje a transmissão: " + leaver.name()).path());
    Screenshots.take(page, "plan-hand-over");
    form.field("planned").check();
    form.complete();
    departures.runJobs();
  }

  private void receive(Person chosen, Person leaver, long pilot, String title) {
    Page page = signedIn(chosen, Screen.PHONE);
    page.navigate(mailbox.one(chosen, "Você recebeu o que estava com " + leaver.name()).path());
    assertThat(page.locator("main")).containsText(NOTE);
    assertThat(page.locator("main")).containsText(title);
    Browser.assertAccessible(page);
    Screenshots.take(page, "succession-received-phone");
    page.navigate("/pilots/" + pilot);
    assertThat(page.locator("main")).containsText(chosen.name());
    assertThat(pilots.get(pilot).sponsorId()).isEqualTo(chosen.id());
  }

  private Page signedIn(Person person, Screen screen) {
    Page page = browser.page(people.visitor().address(), screen);
    Browser.signIn(page, person.username(), TestPeople.PASSWORD);
    return page;
  }
}
