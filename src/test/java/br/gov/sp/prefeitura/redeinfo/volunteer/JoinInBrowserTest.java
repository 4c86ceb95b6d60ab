package br.gov.sp.prefeitura.redeinfo.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.Enlistments;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("In a browser, a servant")
class JoinInBrowserTest {

  private static Browser browser;

  @Autowired Enlistments enlistments;
  @Autowired Statutes statutes;
  @Autowired TestBodies bodies;
  @Autowired TestMailbox mailbox;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  static void launch() {
    browser = Browser.launch();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  @DisplayName("joins by the mailed link on a phone, corrected at the fields on the way")
  void joins() {
    Body body = bodies.make();
    String email = enlistments.address(body);
    jdbc.sql("DELETE FROM attempt").update();
    Page page = browser.page(people.visitor().address(), Screen.PHONE);
    page.navigate("/join");
    look(page, "join");
    page.selectOption("#bodyId", String.valueOf(body.id()));
    page.fill("#email", "ana@gmail.example");
    page.fill("#name", "Ana Inventada");
    page.click("main form button");
    assertThat(page.innerText("#email-error")).contains(body.mailDomains().get(0));
    assertThat(page.innerText("#privacy-error")).contains("privacidade");
    look(page, "join-refused");
    page.fill("#email", email);
    page.check("#privacy");
    page.click("main form button");
    assertThat(page.innerText("main")).contains("chega em instantes");
    look(page, "join-asked");

    Awaitility.await().until(() -> !mailbox.to(email).isEmpty());
    page.navigate("/join/" + Enlistments.secret(mailbox.to(email).get(0).text()));
    look(page, "join-confirm");
    page.selectOption("#bond", "EFETIVO");
    page.fill("#unit", "Ouvidoria");
    page.selectOption("#interest", "BOTH");
    page.fill("#motivation", "Quero aprender.");
    if (statutes.inForce().isPresent()) {
      page.check("#statute");
    }
    page.click("main form button");
    assertThat(page.innerText("main")).contains("O pedido foi enviado");
    enlistments.runJobs();
    page.navigate("/join/withdrawal/" + Enlistments.secret(mailbox.to(email).get(1).text()));
    look(page, "join-withdraw");
    page.navigate("/join/nada");
    look(page, "join-invalid");
  }

  @Test
  @DisplayName("of the coordination reads who takes part and who asks to, and ends a participation")
  void reads() {
    Body body = bodies.make();
    people.withFunction(Function.VOLUNTEER, body.slug());
    long waiting = enlistments.enlist(enlistments.applicant(body));
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    Page page = browser.page(people.visitor().address(), Screen.DESKTOP);
    Browser.signIn(page, coordinator.username(), TestPeople.PASSWORD);
    page.navigate("/volunteers?body=" + body.slug());
    look(page, "volunteers");
    page.click("main .rows a");
    look(page, "volunteer-end");
    page.navigate("/volunteers/enlistments");
    look(page, "enlistments");
    page.navigate("/volunteers/enlistments/" + waiting);
    look(page, "enlistment");
    page.navigate("/bodies/" + body.slug());
    Browser.assertAccessible(page);
    Browser.resize(page, Screen.PHONE);
    page.navigate("/volunteers?body=" + body.slug());
    look(page, "volunteers-phone");
  }

  private static void look(Page page, String name) {
    Browser.assertAccessible(page);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
