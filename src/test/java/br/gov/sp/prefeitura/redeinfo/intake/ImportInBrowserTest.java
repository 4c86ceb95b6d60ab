package br.gov.sp.prefeitura.redeinfo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.journey.Screenshots;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Workbooks;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The coordination with a spreadsheet in a real browser")
class ImportInBrowserTest {

  private static Browser browser;

  @Autowired TestPeople people;
  @Autowired NominationLife life;
  @Autowired Persons persons;

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
  @DisplayName("sends a list with problems, corrects it, sees what changes and confirms")
  void correctsAndConfirms(Screen screen) {
    Body body = life.body();
    Person known = people.stranger(body.slug());
    String email = "navegador" + Lists.next() + "@" + body.mailDomains().get(0);
    List<?> header = List.of("Nome", "E-mail institucional", "Órgão", "Vínculo", "Telefone");
    List<?> changed = List.of("Nome Corrigido", known.email(), body.acronym(), "Comissionado", "1");
    Page page = signedIn(screen);

    page.navigate("/imports");
    page.click("summary:has-text('Servidores')");
    page.click("main form button[type=submit]");
    page.waitForSelector("form .notice--danger");
    Browser.assertAccessible(page);

    page.check("#kind-persons");
    choose(
        page,
        "servidores.xlsx",
        Workbooks.of(List.of(header, changed, List.of("Maria Nova", email, "NENHUM", "Rei"))));
    page.click("main form button[type=submit]");
    page.waitForURL("**/imports/*");
    assertThat(page.innerText("main"))
        .contains("1 linha está recusada", "Não há órgão com esta sigla.", "Telefone")
        .doesNotContain("Importar todas as linhas");
    Browser.assertAccessible(page);
    Screenshots.take(page, "intake-problems-" + screen);

    choose(
        page,
        "corrigida.xlsx",
        Workbooks.of(
            List.of(header, changed, List.of("Maria Nova", email, body.acronym(), "Efetivo"))));
    page.click("button:has-text('Conferir de novo')");
    page.waitForSelector("button:has-text('Importar todas as linhas')");
    assertThat(page.innerText("table")).contains("Nome Corrigido", known.name(), "Maria Nova");
    Browser.assertAccessible(page);
    Screenshots.take(page, "intake-preview-" + screen);

    page.click("button:has-text('Importar todas as linhas')");
    page.waitForSelector(".notice--success");
    assertThat(persons.findByEmail(email)).isPresent();
    assertThat(persons.get(known.id()).name()).isEqualTo("Nome Corrigido");
    page.navigate("/imports");
    assertThat(page.innerText("table")).contains("importada", "descartada");
    Browser.assertAccessible(page);
    Screenshots.take(page, "intake-start-" + screen);
  }

  @Test
  @DisplayName("is told of a file that is too large before it is sent")
  void tooLarge() {
    Page page = signedIn(Screen.DESKTOP);
    page.navigate("/imports");
    page.check("#kind-persons");
    choose(page, "grande.csv", new byte[6 * 1024 * 1024]);
    page.click("main form button[type=submit]");

    assertThat(page.evaluate("document.querySelector('#file').validationMessage"))
        .asString()
        .contains("mais de 5 MB");
    assertThat(page.url()).endsWith("/imports");
  }

  private Page signedIn(Screen screen) {
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    Page page = browser.page(people.visitor().address(), screen);
    Browser.signIn(page, coordinator.username(), TestPeople.PASSWORD);
    return page;
  }

  private static void choose(Page page, String name, byte[] content) {
    page.setInputFiles("#file", new FilePayload(name, "application/octet-stream", content));
  }
}
