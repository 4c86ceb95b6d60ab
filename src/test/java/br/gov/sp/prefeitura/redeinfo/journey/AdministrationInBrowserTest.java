package br.gov.sp.prefeitura.redeinfo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("An administrator in Cockpit and Admin")
class AdministrationInBrowserTest {

  @Autowired TestPeople people;
  @Autowired NominationLife life;
  @Autowired RuntimeService runtime;

  @Test
  @DisplayName("opens page after page, and the limit on results refuses nothing they ask for")
  void opensEveryPage() {
    Body body = life.body();
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    long nomination = life.open(coordinator, List.of(body)).get(body.id());
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(String.valueOf(nomination))
            .processDefinitionKey("nomination-approval")
            .singleResult();
    Person administrator = people.withFunction(Function.ADMINISTRATOR, "cgm");
    List<String> answered = new CopyOnWriteArrayList<>();
    List<String> refused = new CopyOnWriteArrayList<>();
    try (Browser browser = Browser.launch()) {
      Page page = browser.page(people.visitor().address(), Screen.DESKTOP);
      Browser.signIn(page, administrator.username(), TestPeople.PASSWORD);
      page.onResponse(
          response -> {
            if (response.url().contains("/camunda/api/")) {
              answered.add(response.url());
            }
            if (response.status() >= 400 && response.url().contains("/camunda/")) {
              refused.add(
                  response.status()
                      + " "
                      + response.request().method()
                      + " "
                      + response.url().replaceFirst("https?://[^/]+", ""));
            }
          });
      String cockpit = "/camunda/app/cockpit/default/#/";
      String admin = "/camunda/app/admin/default/#/";
      for (String address :
          List.of(
              cockpit + "dashboard",
              cockpit + "processes",
              cockpit + "process-definition/" + instance.getProcessDefinitionId() + "/runtime",
              cockpit + "process-instance/" + instance.getId() + "/runtime",
              cockpit + "decisions",
              cockpit + "repository",
              admin + "authorization?resource=5",
              admin + "groups",
              admin + "system?section=system-settings-general")) {
        look(page, address);
      }
    }
    assertThat(answered).as("questions that the pages asked").hasSizeGreaterThan(20);
    assertThat(refused).isEmpty();
  }

  private static void look(Page page, String address) {
    page.navigate(address);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.waitForFunction("() => document.body.innerText.length > 150");
  }
}
