package br.gov.sp.prefeitura.redeinfo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import com.microsoft.playwright.Page;
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
@DisplayName("The whole life of a meeting, clicked through in a browser")
class MeetingJourneyTest {

  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  private static Browser browser;

  @Autowired MeetingWorld meetings;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired TestMailbox mailbox;
  @Autowired EngineClock engineClock;

  private Body body;
  private Person coordinator;
  private Person member;
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

  @AfterEach
  void restoreClock() {
    engineClock.restore();
  }

  @Test
  @DisplayName("leads from the convocation over a phone's attendance sheet to a follow-up done")
  void fromTheConvocationToTheFollowUp() {
    body = bodies.make();
    coordinator = meetings.coordinator();
    member = people.withFunction(Function.VOLUNTEER, body.slug());
    title = "Abertura de dados de " + body.acronym();

    plan();
    proposeItem();
    convene();
    takeAttendance();
    record();
    circulateMinutes();
    remark();
    approve();
    doFollowUp();

    Page visitor = page(Screen.PHONE);
    visitor.navigate("/minutes/" + id);
    assertThat(visitor.locator("main")).containsText("Todos os órgãos publicam a agenda.");
    assertThat(visitor.locator("main")).not().containsText(member.name());
    Browser.assertAccessible(visitor);
    Screenshots.take(visitor, "minutes-public-phone");
  }

  private void plan() {
    LocalDateTime starts = meetings.now().plusDays(30);
    Page page = signedIn(coordinator, Screen.DESKTOP);
    page.navigate("/meetings/new");
    page.selectOption("[name=kind]", "THEMATIC");
    page.fill("[name=title]", title);
    page.fill("[name=startsAt]", TYPED.format(starts));
    page.fill("[name=endsAt]", TYPED.format(starts.plusHours(2)));
    page.fill("[name=place]", "Sala inventada");
    page.fill("[name=hosts]", "Coordenação");
    page.click("main form button[type=submit]");
    page.waitForURL(url -> url.matches(".*/meetings/\\d+(\\?.*)?$"));
    id = Long.parseLong(page.url().replaceAll(".*/meetings/(\\d+).*", "$1"));
    meetings.runJobs();
  }

  private void proposeItem() {
    Page page = signedIn(member, Screen.PHONE);
    page.navigate("/meetings/" + id + "/agenda");
    page.fill("[name=title]", "Agenda das praças");
    page.fill("[name=minutes]", "20");
    page.click("main form[action$='/agenda'] button[type=submit]");
    assertThat(page.locator(".notice--success")).isVisible();
    Browser.assertAccessible(page);
  }

  private void convene() {
    Page page = signedIn(coordinator, Screen.DESKTOP);
    page.navigate("/meetings/" + id + "/agenda");
    page.click("form[action$='/acceptance'] button");
    assertThat(page.locator(".notice--success")).isVisible();
    page.navigate("/meetings/" + id + "/convocation");
    page.fill("[name=message]", "Tragam o que já têm.");
    Screenshots.take(page, "meeting-convocation");
    page.click("main form[action$='/convocation'] button[type=submit]");
    assertThat(page.locator(".notice--success")).isVisible();
    meetings.runJobs();
    TestMailbox.Mail told = mailbox.one(member, "Convocação: " + title);
    assertThat(told.text()).contains("Agenda das praças", "Tragam o que já têm.");
    assertThat(told.attachments()).isNotEmpty();
  }

  private void takeAttendance() {
    Meeting meeting = meetings.get(id);
    engineClock.setTo(meeting.startsAt().plus(Duration.ofMinutes(30)));
    Page phone = signedIn(coordinator, Screen.PHONE);
    phone.navigate("/attendance/" + meeting.attendanceEventId());
    phone.click("button[name=status][value=PRESENT] >> nth=0");
    assertThat(phone.locator(".attendance-row").first()).hasAttribute("data-status", "PRESENT");
    phone.click("[data-complete]");
    phone.click("form[action$='/completion'] button[type=submit]");
    phone.waitForSelector(".notice--success");
    meetings.endComes(id);
  }

  private void record() {
    engineClock.setTo(meetings.get(id).endsAt().plus(Duration.ofHours(1)));
    Page page = signedIn(coordinator, Screen.DESKTOP);
    TasklistForm form = TasklistForm.openedBy(page, taskMail(coordinator, "Registre a reunião"));
    form.choose("Sim");
    Screenshots.take(page, "record-meeting");
    form.complete();
    meetings.runJobs();
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.HELD);
  }

  private void circulateMinutes() {
    Page page = signedIn(coordinator, Screen.DESKTOP);
    page.navigate("/meetings/" + id + "/minutes");
    assertThat(page.locator("[name='items[0].title']")).hasValue("Agenda das praças");
    page.fill("[name='items[0].discussion']", "Cada órgão contou o que já publica.");
    page.fill("[name='items[0].decision']", "Todos os órgãos publicam a agenda.");
    page.fill("[name=coordinator]", "Coordenadora Inventada");
    page.fill("[name=secretary]", "Secretário Inventado");
    page.fill("[name='followUps[0].text']", "Publicar a agenda das praças.");
    page.selectOption("[name='followUps[0].body']", body.slug());
    page.fill("[name='followUps[0].owner']", member.email());
    page.fill("[name='followUps[0].dueOn']", meetings.now().plusDays(90).toLocalDate().toString());
    Browser.assertAccessible(page);
    Screenshots.take(page, "minutes-edit");
    page.click("button[name=action][value=CIRCULATE]");
    assertThat(page.locator(".notice--success")).isVisible();
    meetings.runJobs();
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.MINUTES_CIRCULATED);
  }

  private void remark() {
    Page page = signedIn(member, Screen.PHONE);
    page.navigate(mailbox.one(member, "Leia a ata até").path());
    page.fill("#text", "Faltou dizer que a agenda sai toda semana.");
    page.click("form[action$='/remarks'] button[type=submit]");
    assertThat(page.locator(".notice--success")).isVisible();
    Browser.assertAccessible(page);

    Page desk = signedIn(coordinator, Screen.DESKTOP);
    desk.navigate("/meetings/" + id + "/minutes");
    desk.fill("[name=answer]", "Vai na próxima ata.");
    desk.click("form[action$='/answer'] button[type=submit]");
    assertThat(desk.locator(".notice--success")).isVisible();
    desk.click("form[action$='/remarks-end'] button[type=submit]");
    assertThat(desk.locator(".notice--success")).isVisible();
    meetings.runJobs();
  }

  private void approve() {
    Person approver = people.withFunction(Function.COORDINATION, "seri");
    Page page = signedIn(approver, Screen.DESKTOP);
    TasklistForm form =
        TasklistForm.openedBy(
            page,
            "/tasks/"
                + meetings
                    .task(MeetingWorld.KEY, String.valueOf(id), MeetingWorld.APPROVE_MINUTES)
                    .id());
    Screenshots.take(page, "approve-minutes");
    form.choose("Aprovar").complete();
    meetings.runJobs();
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.PUBLISHED);
  }

  private void doFollowUp() {
    Page page = signedIn(member, Screen.PHONE);
    TasklistForm.openedBy(page, taskMail(member, "Encaminhamento até"))
        .choose("Foi cumprido")
        .type("result", "A agenda está no portal.")
        .complete();
    page.navigate("/follow-ups?state=DONE");
    assertThat(page.locator("main")).containsText("Publicar a agenda das praças.");
    Browser.assertAccessible(page);
    Screenshots.take(page, "follow-ups-phone");
  }

  /** The address of the task that the latest such mail leads to. */
  private String taskMail(Person person, String words) {
    return mailbox.of(person).stream()
        .filter(mail -> mail.subject().contains(words))
        .filter(mail -> mail.path() != null && mail.path().startsWith("/tasks/"))
        .reduce((first, last) -> last)
        .orElseThrow(() -> new AssertionError("no mail about '" + words + "'"))
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
