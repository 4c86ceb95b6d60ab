package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("Expressions in queries")
class QueryGuardTest {

  private static final String API = "/camunda/api/engine/engine/default";
  private static final String CODE = "${answerListener.reach()}";

  @Autowired TaskService tasks;
  @Autowired FilterService filters;
  @Autowired IdentityService identity;
  @Autowired AnswerProcess process;
  @Autowired Grants grants;
  @Autowired TestPeople people;

  @BeforeEach
  void nothingReached() {
    process.reached.set(0);
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Test
  @DisplayName("would run code, were it not for the guard")
  void theHoleExists() {
    nested().list();
    assertThat(process.reached).hasPositiveValue();
  }

  @Test
  @DisplayName("are refused in a query, in one nested in it, and in one that extends a filter")
  void refused() {
    Filter filter = storedFilter(tasks.createTaskQuery().taskNameLike("%"));
    signIn();
    List<ThrowingCallable> ways =
        List.of(
            () -> nested().list(),
            () -> nested().count(),
            () -> nested().singleResult(),
            () -> nested().listPage(0, 1),
            () -> tasks.createTaskQuery().taskAssigneeExpression(CODE).list(),
            () -> filters.list(filter.getId(), nested()),
            () -> filters.count(filter.getId(), nested()),
            () -> filters.singleResult(filter.getId(), nested()),
            () -> filters.listPage(filter.getId(), nested(), 0, 1));
    assertThat(ways).allSatisfy(QueryGuardTest::assertRefused);
    assertThat(process.reached).hasValue(0);
    delete(filter);
  }

  @Test
  @DisplayName("are refused in a stored filter, when it is stored and when it is executed")
  void storedFilters() {
    Filter filter = storedFilter(nested());
    identity.setAuthentication("admin", List.of("camunda-admin"));
    assertRefused(() -> filters.list(filter.getId()));
    assertRefused(() -> filters.count(filter.getId()));
    assertRefused(() -> filters.saveFilter(filters.newTaskFilter("evil").setQuery(nested())));
    assertThat(process.reached).hasValue(0);
    delete(filter);
  }

  @Test
  @DisplayName("may ask for the current person, their groups and the time in a stored filter")
  void harmless() {
    Filter filter =
        storedFilter(
            tasks
                .createTaskQuery()
                .taskAssigneeExpression("${ currentUser() }")
                .dueBeforeExpression("${now()}"));
    signIn();
    assertThat(filters.listPage(filter.getId(), null, 0, 10)).isEmpty();
    assertThat(filters.count(filter.getId())).isZero();
    delete(filter);
  }

  @Test
  @DisplayName("cannot be stored by who may not store filters")
  void onlyAdministratorsStore() {
    signIn();
    assertThatThrownBy(() -> filters.saveFilter(filters.newTaskFilter("mine").setQuery(all())))
        .isInstanceOf(AuthorizationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"orQueries\": [{\"assigneeExpression\": \"${answerListener.reach()}\"}]}",
        "{\"orQueries\": [{\"candidateGroupsExpression\": \"${answerListener.reach()}\"}]}",
        "{\"assigneeExpression\": \"#{answerListener.reach()}\"}",
        "{\"dueAfterExpression\": \"${now().plusDays(answerListener.reach())}\"}",
        "{\"orQueries\": [{\"nameLike\": \"%\"}, {\"ownerExpression\": \"${currentUser()}"
            + "${answerListener.reach()}\"}]}"
      })
  @DisplayName("are answered with 400 over HTTP, and nothing has run")
  void overHttp(String query) {
    Person person = people.withFunction(Function.ADMINISTRATOR, "svma");
    Visitor visitor = people.signIn(person);
    for (String path : List.of("/task", "/task/count")) {
      HttpResponse<String> answer = visitor.postJson(API + path, query);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("query.expression");
    }
    assertThat(process.reached).hasValue(0);
  }

  @Test
  @DisplayName("are answered with 400 in a query that extends a filter over HTTP")
  void extendingOverHttp() {
    Filter filter = storedFilter(all());
    Visitor visitor = people.signIn(people.withFunction(Function.ADMINISTRATOR, "svma"));
    String query = "{\"orQueries\": [{\"assigneeExpression\": \"" + CODE + "\"}]}";
    for (String path : List.of("/list", "/count", "/singleResult")) {
      HttpResponse<String> answer =
          visitor.postJson(API + "/filter/" + filter.getId() + path, query);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }
    assertThat(process.reached).hasValue(0);
    delete(filter);
  }

  private TaskQuery all() {
    return tasks.createTaskQuery().taskNameLike("%");
  }

  private TaskQuery nested() {
    return tasks.createTaskQuery().or().taskAssigneeExpression(CODE).taskName("y").endOr();
  }

  private Filter storedFilter(TaskQuery query) {
    Filter filter = filters.saveFilter(filters.newTaskFilter("test").setQuery(query));
    grants.everybody(Resources.FILTER, filter.getId(), Permissions.READ);
    return filter;
  }

  private void delete(Filter filter) {
    identity.clearAuthentication();
    filters.deleteFilter(filter.getId());
  }

  private void signIn() {
    identity.setAuthentication("somebody", List.of("any.office"));
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessage("query.expression");
  }
}
