package br.gov.sp.prefeitura.redeinfo.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.Certificate;
import br.gov.sp.prefeitura.redeinfo.journey.Screenshots;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestDates;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("In a real browser")
class CertificatesInBrowserTest {

  private static Browser browser;

  @Autowired Certificates certificates;
  @Autowired TestPeople people;
  @Autowired TestDates dates;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private Person owner;
  private Certificate certificate;
  private String path;

  @BeforeAll
  static void launch() {
    browser = Browser.launch();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void issue() {
    owner = people.person("svma");
    certificate = new CertificateLife(certificates, transaction).issue(owner);
    path = "/certificates/" + certificate.code();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Screen.class)
  @DisplayName("a visitor types the code of a certificate and reads what it says")
  void byCode(Screen screen) {
    Page page = browser.page(people.visitor().address(), screen);
    page.navigate("/certificates");
    Browser.assertAccessible(page);
    page.fill("#code", "nada");
    page.press("#code", "Enter");
    Browser.assertAccessible(page);
    assertThat(page.innerText("#code-error")).contains("Um código tem 16");
    page.fill("#code", certificate.code().toLowerCase(Locale.ROOT).replace("-", " "));
    page.press("#code", "Enter");

    assertThat(page.innerText("main"))
        .contains("Certificado autêntico e em vigor.")
        .contains(owner.name());
    Browser.assertAccessible(page);
    Screenshots.take(page, "certificate-" + screen.name().toLowerCase(Locale.ROOT));
  }

  @Test
  @DisplayName("a visitor's file does not leave the browser to be verified")
  void byFile() {
    byte[] pdf = people.signIn(owner).download(path + ".pdf").body();
    Page page = browser.page(people.visitor().address(), Screen.DESKTOP);
    List<Integer> sent = new ArrayList<>();
    page.onRequest(request -> sent.add(size(request)));
    page.navigate("/certificates");
    page.setInputFiles("#file", new FilePayload("c.pdf", "application/pdf", pdf));
    page.click("form[data-fingerprint] button");
    page.waitForSelector("text=O arquivo é autêntico, sem nenhuma alteração");

    assertThat(page.innerText("main")).contains(owner.name());
    assertThat(sent).allSatisfy(bytes -> assertThat(bytes).isLessThan(2000));

    page.navigate("/certificates");
    pdf[pdf.length - 20]++;
    page.setInputFiles("#file", new FilePayload("c.pdf", "application/pdf", pdf));
    page.click("form[data-fingerprint] button");
    page.waitForSelector("#file-error");
    assertThat(page.innerText("#file-error")).contains("Este arquivo não é um certificado");
    Browser.assertAccessible(page);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Screen.class)
  @DisplayName("the school revokes a certificate, and visitors see it")
  void revocation(Screen screen) {
    Person school = people.withFunction(Function.EMASP, "cgm");
    Page page = browser.page(people.visitor().address(), screen);
    Browser.signIn(page, school.username(), TestPeople.PASSWORD);
    page.navigate(path);
    Browser.assertAccessible(page);
    page.click("main a:has-text('Revogar')");
    Browser.assertAccessible(page);
    page.fill("#reason", "Emitido com o nome errado.");
    page.click("main form button[type=submit]");

    assertThat(page.innerText("main"))
        .contains("Certificado revogado. A pessoa foi avisada.")
        .contains("Certificado revogado em ");
    Browser.assertAccessible(page);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Screen.class)
  @DisplayName("a person sees their dates and makes the address for their calendar program")
  void calendar(Screen screen) {
    Page page = browser.page(people.visitor().address(), screen);
    Browser.signIn(page, owner.username(), TestPeople.PASSWORD);
    page.navigate("/calendar");
    Browser.assertAccessible(page);
    dates.plan(owner.id(), "Encontro inventado", clock.instant().plus(Duration.ofDays(3)));
    page.click("main button:has-text('Criar o endereço')");

    assertThat(page.inputValue("#address")).endsWith(".ics");
    assertThat(page.innerText("main"))
        .contains("Encontro inventado", "Copie agora")
        .doesNotContain("Nenhuma data marcada");
    Browser.assertAccessible(page);
    Screenshots.take(page, "calendar-" + screen.name().toLowerCase(Locale.ROOT));
    page.click("main button:has-text('Anular o endereço')");
    assertThat(page.innerText("main")).contains("O endereço foi anulado");
  }

  private static int size(Request request) {
    byte[] body = request.postDataBuffer();
    return body == null ? 0 : body.length;
  }
}
