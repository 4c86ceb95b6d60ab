package br.gov.sp.prefeitura.redeinfo.journey;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.KEY;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_EXPLAIN;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_HAND_IN;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.EnrollmentLife;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.training.EditionAudience;
import br.gov.sp.prefeitura.redeinfo.training.ReleasePolicy;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("In a browser a participant of trainings")
class EnrollmentsInBrowserTest {

  private static Browser browser;

  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired TrainingLife trainings;
  @Autowired EnrollmentLife life;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @Test
  @DisplayName("finds an edition, enrols and withdraws, on a desk and on a phone")
  void enrols() {
    Body body = bodies.make();
    Person ana = people.person(body.slug());
    long edition = trainings.enrolling(trainings.draft().sessions(3).activity().certificate(true));
    Page page = signedIn(ana);
    look(page, "/trainings", "trainings");
    look(page, "/trainings/mine", "trainings-mine-empty");
    look(page, "/trainings/" + edition, "training");
    page.click("text=Inscrever-me");
    page.waitForSelector(".notice--success");
    look(page, "/trainings/" + edition, "training-enrolled");
    look(page, "/trainings/mine", "trainings-mine");
    look(page, "/", "home-with-trainings");

    page.navigate("/trainings/mine");
    page.click("text=Desistir de");
    page.waitForSelector("[name=reason]");
    Browser.assertAccessible(page);
    page.fill("[name=reason]", "m".repeat(1000));
    page.click("main form button[type=submit]");
    page.waitForSelector(".notice--success");
    look(page, "/trainings/mine", "trainings-mine-withdrawn");
  }

  @Test
  @DisplayName("reads why one cannot enrol, and where one waits")
  void cannot() {
    Body body = bodies.make();
    Person ana = people.person(body.slug());
    long full = trainings.enrolling(trainings.draft().capacity(1));
    life.enroll(full, people.stranger(body.slug()));
    life.enroll(full, ana);
    long others = trainings.enrolling(trainings.draft().audience(EditionAudience.NETWORK));
    Page page = signedIn(ana);
    look(page, "/trainings/" + others, "training-not-for-me");
    look(page, "/trainings/" + full, "training-waiting");
    look(page, "/trainings/mine", "trainings-mine-waiting");
  }

  @Test
  @DisplayName("and their head answer the forms of the enrolment in Tasklist")
  void forms() {
    Body body = bodies.make();
    Person ana = people.person(body.slug());
    Person head = people.withFunction(Function.HEAD, body.slug());
    long edition =
        trainings.enrolling(
            trainings.draft().sessions(3).activity().release(ReleasePolicy.ESCALATE));
    long id = life.enroll(edition, ana);

    TasklistForm release = opened(head, id, TASK_RELEASE, "release-servant");
    release.choose("Não libero").choose("Libero para participar").complete();
    trainings.runJobs();
    assertThat(life.state(id)).isEqualTo("CONFIRMED");

    TasklistForm activity = opened(ana, id, TASK_HAND_IN, "hand-in-activity");
    activity.type("answer", "Meu plano de melhoria.").complete();
    trainings.closeEnrolment(edition);
    life.hold(edition, 0);
    life.hold(edition, 1);

    TasklistForm absence = opened(ana, id, TASK_EXPLAIN, "explain-absence");
    absence.choose("Data ou horário").complete();
    assertThat(life.tasks(KEY, id, TASK_EXPLAIN)).isEmpty();
  }

  private TasklistForm opened(Person person, long enrollment, String taskKey, String picture) {
    String task = life.tasks(KEY, enrollment, taskKey).get(0).id();
    Page page = signedIn(person);
    TasklistForm form = TasklistForm.openedBy(page, "/tasks/" + task);
    Screenshots.take(page, picture);
    return form;
  }

  private Page signedIn(Person person) {
    Page page = browser.page(people.visitor().address(), Screen.DESKTOP);
    Browser.signIn(page, person.username(), TestPeople.PASSWORD);
    return page;
  }

  private static void look(Page page, String path, String picture) {
    page.navigate(path);
    for (Screen screen : Screen.values()) {
      Browser.resize(page, screen);
      Browser.assertAccessible(page);
      Screenshots.take(page, screen == Screen.PHONE ? picture + "-phone" : picture);
    }
    Browser.resize(page, Screen.DESKTOP);
  }
}
