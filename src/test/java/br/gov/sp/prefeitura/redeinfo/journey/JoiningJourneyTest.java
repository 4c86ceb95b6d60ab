package br.gov.sp.prefeitura.redeinfo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.Enlistments;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox.Mail;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("Joining the network, clicked through in a browser")
class JoiningJourneyTest {

  private static final String PASSWORD = "uma senha inventada e longa";

  private static Browser browser;

  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired TestMailbox mailbox;
  @Autowired StatuteLife statutes;
  @Autowired Enlistments enlistments;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @Test
  @DisplayName("leads from the public page over the mailed link to a volunteer who signs in")
  void fromThePublicPageToTheVolunteer() {
    statutes.publish();
    Body body = bodies.make();
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    String address = enlistments.address(body);

    Page visitor = page(Screen.PHONE);
    ask(visitor, body, address);
    complete(visitor, mail(address, "confirme o seu endereço"));
    enlistments.runJobs();
    admit(coordinator, body);
    enlistments.runJobs();

    visitor.navigate(mail(address, "Seu acesso").path());
    visitor.locator("input[type=password]").all().forEach(field -> field.fill(PASSWORD));
    visitor.click("main form button[type=submit]");
    assertThat(mail(address, "Boas-vindas").text()).contains(body.name());
    visitor.waitForURL(url -> !url.contains("/password/"));
    assertThat(visitor.locator("main")).isVisible();
  }

  private void ask(Page page, Body body, String address) {
    page.navigate("/join");
    Browser.assertAccessible(page);
    Screenshots.take(page, "join-phone");
    page.selectOption("[name=bodyId]", String.valueOf(body.id()));
    page.fill("[name=email]", address);
    page.fill("[name=name]", "Joana Inventada");
    page.check("[name=privacy]");
    page.click("main form button[type=submit]");
    assertThat(page.locator(".notice--success")).isVisible();
  }

  private static void complete(Page page, Mail mail) {
    page.navigate(mail.path());
    page.selectOption("[name=bond]", "EFETIVO");
    page.fill("[name=unit]", "Unidade inventada");
    page.selectOption("[name=interest]", "BOTH");
    page.fill("[name=motivation]", "Quero abrir os dados da minha área.");
    Browser.assertAccessible(page);
    page.click("main form button[type=submit]");
    assertThat(page.locator(".field--error")).containsText("estatuto");
    assertThat(page.locator("[name=motivation]")).hasValue("Quero abrir os dados da minha área.");
    page.check("[name=statute]");
    Screenshots.take(page, "join-complete-phone");
    page.click("main form button[type=submit]");
    assertThat(page.locator(".notice--success")).containsText("enviado à coordenação");
  }

  private void admit(Person coordinator, Body body) {
    Page page = page(Screen.DESKTOP);
    Browser.signIn(page, coordinator.username(), TestPeople.PASSWORD);
    TasklistForm form =
        TasklistForm.openedBy(
            page, mailbox.one(coordinator, "Pedido de participação de " + body.acronym()).path());
    Screenshots.take(page, "decide-enlistment");
    form.choose("Admitir como voluntária ou voluntário").complete();
  }

  private Mail mail(String address, String words) {
    return mailbox.to(address).stream()
        .filter(mail -> mail.subject().contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mail about '" + words + "'"));
  }

  private Page page(Screen screen) {
    return browser.page(people.visitor().address(), screen);
  }
}
