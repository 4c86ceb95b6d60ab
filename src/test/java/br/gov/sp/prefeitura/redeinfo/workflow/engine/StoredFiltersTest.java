package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.workflow.StoredFilters.RefusedFilter;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A list of tasks that was stored with an expression")
class StoredFiltersTest {

  private static final String PAGE = "/admin/filters";

  @Autowired EngineStoredFilters filters;
  @Autowired FilterService engine;
  @Autowired JdbcClient jdbc;
  @Autowired TestPeople people;

  @Test
  @DisplayName("is named in the log at start, read by administrators as text, and removed by them")
  void isSeenAndRemoved(CapturedOutput log) {
    String id =
        store("Velha <b>lista</b>", "{\"orQueries\":[{\"taskOwnerExpression\":\"${1+1}\"}]}");

    filters.afterSingletonsInstantiated();
    assertThat(log).contains("hold expressions and are refused").doesNotContain("${1+1}");

    Visitor administrator = people.signIn(people.withFunction(Function.ADMINISTRATOR, "cgm"));
    assertThat(administrator.get(PAGE).body())
        .contains("Velha &lt;b&gt;lista&lt;/b&gt;", "${1+1}")
        .doesNotContain("Minhas tarefas");

    HttpResponse<String> removed = administrator.post(PAGE + "/" + id + "/remove", Map.of());
    assertThat(removed.statusCode()).isEqualTo(302);
    assertThat(filters.refused()).extracting(RefusedFilter::id).doesNotContain(id);
    assertThat(administrator.get(PAGE).body()).contains("A lista foi removida");
    assertThat(
            jdbc.sql("SELECT action FROM audit_entry WHERE subject_id = ? AND actor_id IS NOT NULL")
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("filter.deleted");
  }

  @Test
  @DisplayName("is not confused with one that is in order, which stays")
  void othersStay() {
    Filter mine = engine.createFilterQuery().filterName("Minhas tarefas").singleResult();
    Visitor administrator = people.signIn(people.withFunction(Function.ADMINISTRATOR, "cgm"));

    HttpResponse<String> inOrder =
        administrator.post(PAGE + "/" + mine.getId() + "/remove", Map.of());
    HttpResponse<String> unknown = administrator.post(PAGE + "/nope/remove", Map.of());

    assertThat(inOrder.statusCode()).isEqualTo(409);
    assertThat(inOrder.body()).contains("não tem expressões recusadas");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("não existe mais");
    assertThat(engine.createFilterQuery().filterId(mine.getId()).count()).isEqualTo(1);
  }

  @Test
  @DisplayName("is nothing for people who do not administer")
  void nothingForOthers() {
    Visitor coordinator = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    assertThat(coordinator.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(coordinator.post(PAGE + "/any/remove", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("stands on an accessible page that fits every screen")
  void accessible() {
    String code = "${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null)}";
    String id = store("Tarefas antigas", "{\"taskAssigneeExpression\":\"" + code + "\"}");
    Person administrator = people.withFunction(Function.ADMINISTRATOR, "cgm");
    try (Browser browser = Browser.launch()) {
      for (Screen screen : Screen.values()) {
        Page page = browser.page(people.visitor().address(), screen);
        Browser.signIn(page, administrator.username(), TestPeople.PASSWORD);
        page.navigate(PAGE);
        assertThat(page.innerText("main")).contains("Tarefas antigas", "java.lang.Runtime");
        Browser.assertAccessible(page);
      }
    }
    filters.remove(id);
  }

  private String store(String name, String query) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "INSERT INTO act_ru_filter (id_, rev_, resource_type_, name_, owner_, query_)"
                + " VALUES (:id, 1, 'Task', :name, 'mallory', :query)")
        .param("id", id)
        .param("name", name)
        .param("query", query)
        .update();
    return id;
  }
}
