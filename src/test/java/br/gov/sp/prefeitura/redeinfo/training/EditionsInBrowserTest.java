package br.gov.sp.prefeitura.redeinfo.training;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The planning pages of trainings in a real browser")
class EditionsInBrowserTest {

  private static Browser browser;

  @Autowired TestPeople people;
  @Autowired TrainingLife trainings;

  @BeforeAll
  static void launch() {
    browser = Browser.launch();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Screen.class)
  @DisplayName("are accessible and fit the screen, with everything wrong on the form, too")
  void areAccessible(Screen screen) {
    long draft = trainings.planned(trainings.draft());
    long edition = trainings.enrolling(trainings.draft().sessions(2).activity().certificate(true));
    trainings.enroll(edition, people.stranger("svma"));
    String desk = "/trainings/planning/" + edition;
    Page page = browser.page(people.visitor().address(), screen);
    Browser.signIn(page, trainings.coordinator().username(), TestPeople.PASSWORD);
    for (String path :
        new String[] {
          "/trainings/planning",
          "/trainings/planning/" + draft,
          "/trainings/planning/" + draft + "/publish",
          desk,
          desk + "/participants",
          desk + "/enrolment-period",
          desk + "/sessions/" + trainings.sessions(edition).get(0) + "/move"
        }) {
      assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
      Browser.assertAccessible(page);
    }

    page.navigate("/trainings/planning/new");
    page.fill("[name='sessions[0].place']", "Sala 1");
    page.click("button[value=ADD_SESSION]");
    page.waitForSelector("[name='sessions[1].title']");
    assertThat(page.inputValue("[name='sessions[0].place']")).isEqualTo("Sala 1");
    page.fill("[name='sessions[1].link']", "nada");
    page.click("button.button[value=SAVE]");
    page.waitForSelector("form .notice--danger");
    Browser.assertAccessible(page);
  }
}
