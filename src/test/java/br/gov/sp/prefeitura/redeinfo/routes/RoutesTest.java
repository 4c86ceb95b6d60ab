package br.gov.sp.prefeitura.redeinfo.routes;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.routes.RouteTable.Row;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.web.util.pattern.PathPattern;

@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Every route of the application")
class RoutesTest {

  private static final String API = "/camunda/api";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** What is sent where an empty form or object would not reach the decision. */
  private static final Map<String, String> BODIES =
      Map.of(
          "/claim", "{\"userId\":\"{me}\"}",
          "/assignee", "{\"userId\":\"{head}\"}",
          "/comment/create", "{\"message\":\"Visto.\"}",
          "/list", "{\"processInstanceBusinessKey\":\"{nomination}\"}");

  /** Answered by the security chain's filters, which no list of handlers names. */
  private static final List<Route> OF_FILTERS =
      List.of(
          new Route("POST", "/login"),
          new Route("POST", "/logout"),
          new Route("POST", "/camunda/api/admin/auth/user/default/logout"),
          new Route("ANY", "/camunda/app/{app}/default/"),
          new Route("ANY", "/camunda/api/admin/setup/{rest:.*}"));

  private static final Set<String> ENDS_SESSIONS =
      Set.of("/logout", "/camunda/api/admin/auth/user/default/logout");

  @Autowired ServletWebServerApplicationContext context;

  private RouteWorld world;
  private RouteTable pages;
  private RouteTable tasklist;
  private RouteTable closed;

  @BeforeAll
  void makeWorld() {
    world = new RouteWorld(context);
    pages = RouteTable.read("pages");
    tasklist = RouteTable.read("tasklist");
    closed = RouteTable.read("closed");
  }

  @Test
  @DisplayName("has a decision for every role, and no decision is left without its route")
  void isDecided() {
    SortedSet<Route> routes = RouteInventory.ofSpring(context);
    routes.addAll(RouteInventory.ofWebapps(context));
    routes.addAll(OF_FILTERS);
    Set<Route> undecided = new TreeSet<>(routes);
    List<String> withoutRoute = new ArrayList<>();
    for (RouteTable table : List.of(pages, tasklist)) {
      for (Row row : table.rows()) {
        Optional<Route> served = serving(routes, row);
        served.ifPresentOrElse(
            undecided::remove, () -> withoutRoute.add(row.method() + " " + row.path()));
      }
    }
    for (Row row : closed.rows()) {
      Route route = new Route(row.method(), row.path());
      if (!undecided.remove(route)) {
        withoutRoute.add(route.toString());
      }
    }

    assertThat(undecided).as("routes without a decision in src/test/resources/routes").isEmpty();
    assertThat(withoutRoute).as("decisions about routes that are not there").isEmpty();
    assertThat(pages.cells() + tasklist.cells() + closed.rows().size() * Role.values().length)
        .isGreaterThanOrEqualTo(500);
  }

  /** Of the routes that could serve the row's request, the most specific. */
  private Optional<Route> serving(Set<Route> routes, Row row) {
    String path = pathOf(row, Role.NOBODY).replaceAll("\\?.*", "");
    Comparator<PathPattern> specific = PathPattern.SPECIFICITY_COMPARATOR;
    return routes.stream()
        .filter(route -> route.serves(row.method(), path))
        .min(Comparator.comparing(Route::pattern, specific));
  }

  @Test
  @DisplayName("is served by Spring or Jersey, and signs in and out by the two known filters")
  void isServedByKnownServlets() {
    assertThat(RouteInventory.otherServlets(context)).containsExactly("dispatcherServlet");
    FilterChainProxy chains = context.getBean(FilterChainProxy.class);
    assertThat(chains.getFilterChains()).hasSize(1);
    assertThat(chains.getFilterChains().get(0).getFilters())
        .filteredOn(AbstractAuthenticationProcessingFilter.class::isInstance)
        .hasSize(1);
    assertThat(chains.getFilterChains().get(0).getFilters())
        .filteredOn(LogoutFilter.class::isInstance)
        .hasSize(1);
  }

  @Test
  @DisplayName("answers each role as decided, with nothing of others' bodies: our pages")
  void answersOnPages() {
    check(pages, this::ask);
  }

  @Test
  @DisplayName("answers each role as decided, with nothing of others' bodies: Tasklist's API")
  void answersTasklist() {
    check(tasklist, this::ask);
  }

  @Test
  @DisplayName("is closed but to administrators in the rest of the web applications' API")
  void isClosed() throws Exception {
    ExecutorService askers = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<String>>> found = new ArrayList<>();
      for (Role role : Role.values()) {
        if (role != Role.ADMINISTRATOR) {
          found.add(askers.submit(() -> notClosedTo(role)));
        }
      }
      List<String> open = new ArrayList<>();
      for (Future<List<String>> asked : found) {
        open.addAll(asked.get());
      }
      assertThat(open).isEmpty();
    } finally {
      askers.shutdownNow();
    }
  }

  private List<String> notClosedTo(Role role) {
    List<String> open = new ArrayList<>();
    Visitor visitor = world.freshVisitor(role);
    int expected = role == Role.NOBODY ? 401 : 403;
    for (Row row : closed.rows()) {
      HttpResponse<String> answer = send(row, role, visitor, exampleIds(row, true));
      if (answer.statusCode() != expected || world.namesBodyA(answer.body(), role, "")) {
        open.add(role + ": " + row.method() + " " + row.path() + " " + answer.statusCode());
      }
    }
    return open;
  }

  @Test
  @DisplayName("answers administrators as decided in the rest of the web applications' API")
  void answersAdministrators() {
    check(
        closed,
        (row, role) -> {
          HttpResponse<String> answer =
              send(row, role, world.visitor(role), exampleIds(row, row.method().equals("GET")));
          return String.valueOf(answer.statusCode());
        });
  }

  /** Ids of body A for the variables of a template; of writes that would succeed, none. */
  private static String exampleIds(Row row, boolean real) {
    String path = row.path().replaceAll("\\{(name|engine|processEngineName)(:[^}]*)?}", "default");
    if (real) {
      path =
          path.replace("/task/{id}", "/task/{approve}")
              .replace("/process-instance/{id}", "/process-instance/{instance}")
              .replace("/execution/{id}", "/execution/{execution}")
              .replace("/process-definition/{id}", "/process-definition/{definition}")
              .replace("/variable-instance/{id}", "/variable-instance/{variable}")
              .replace("/filter/{id}", "/filter/{everything}")
              .replace("/user/{id}", "/user/{head}")
              .replace("{commentId}", "{comment}")
              .replace("{key}", "nomination-approval");
    }
    return path;
  }

  private void check(RouteTable table, java.util.function.BiFunction<Row, Role, String> asking) {
    List<Row> found = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Row row : table.rows()) {
      Map<Role, String> cells = new EnumMap<>(Role.class);
      for (Role role : table.columns()) {
        String decided = row.cells().get(role);
        String answer =
            decided.equals(RouteTable.UNASKED) ? RouteTable.UNASKED : asking.apply(row, role);
        boolean either =
            decided.endsWith("?") && answer.replace("*", "").equals(decided.replace("?", ""));
        cells.put(role, either ? decided : answer);
        if (!either && !answer.equals(decided)) {
          wrong.add(
              "%s %s as %s: %s, decided was %s"
                  .formatted(row.method(), row.path(), role.column(), answer, decided));
        }
      }
      found.add(new Row(row.method(), row.path(), cells));
    }
    table.writeFound(found);
    assertThat(wrong).as("compare target/routes/%s.txt", table.name()).isEmpty();
  }

  private String ask(Row row, Role role) {
    boolean endsSession = ENDS_SESSIONS.contains(row.path());
    Visitor visitor = endsSession ? world.freshVisitor(role) : world.visitor(role);
    HttpResponse<String> answer = send(row, role, visitor, row.path());
    String request = world.fill(row.path(), role);
    if (!row.method().equals("GET")) {
      world.restore();
    }
    if (!role.readsAllBodies() && !role.isOfBodyB()) {
      assertThat(world.namesBodyB(answer.body(), role, request))
          .as("%s %s tells %s of body B", row.method(), row.path(), role)
          .isFalse();
    }
    return answer.statusCode() + (world.namesBodyA(answer.body(), role, request) ? "*" : "");
  }

  private HttpResponse<String> send(Row row, Role role, Visitor visitor, String template) {
    String path = world.fill(template, role).replaceAll("\\{[^}]*}", "none");
    if (row.method().equals("GET")) {
      return path.startsWith(API) ? visitor.getJson(path) : visitor.get(path);
    }
    boolean api = path.startsWith(API);
    String body = api ? "{}" : "";
    for (Map.Entry<String, String> special : BODIES.entrySet()) {
      if (row.path().replaceAll("\\?.*", "").endsWith(special.getKey())) {
        body = world.fill(special.getValue(), role);
      }
    }
    return visitor.write(
        row.method(), path, api ? "application/json" : FORM, BodyPublishers.ofString(body));
  }

  private String pathOf(Row row, Role role) {
    return PathContainer.parsePath(world.fill(row.path(), role)).value();
  }
}
