package br.gov.sp.prefeitura.redeinfo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@IntegrationTest
@DisplayName("Access")
class AccessTest {

  /** What everybody may see; a new public page is added here by intent. */
  private static final Set<String> PUBLIC =
      Set.of(
          "GET /",
          "GET /login",
          "GET /privacy-notice",
          "GET /password/forgot",
          "POST /password/forgot",
          "GET /password/{secret}",
          "POST /password/{secret}",
          "GET /join",
          "POST /join",
          "GET /join/{secret}",
          "POST /join/{secret}",
          "GET /join/withdrawal/{secret}",
          "POST /join/withdrawal/{secret}",
          "GET /certificates",
          "POST /certificates",
          "GET /certificates/{code:[0-9A-Za-z-]+}",
          "GET /check-in/{event:[0-9]+}/{code:[0-9A-Za-z]{1,20}}",
          "GET /opt-out/{token:[A-Za-z0-9_-]{1,100}}",
          "POST /opt-out/{token:[A-Za-z0-9_-]{1,100}}",
          "GET /statute",
          "GET /statute/versions",
          "GET /statute/{number:[0-9]{1,6}}",
          "GET /statute/{number:[0-9]{1,6}}/changes",
          "GET /minutes",
          "GET /minutes.csv",
          "GET /minutes.json",
          "GET /minutes/{id:[0-9]+}",
          "GET /minutes/{id:[0-9]+}.pdf",
          "GET /initiatives",
          "GET /initiatives/{id:[0-9]+}",
          "GET /calendar/feed/{secret:[A-Za-z0-9_-]+}.ics");

  private static final Map<String, Visitor> VISITORS = new ConcurrentHashMap<>();

  @Autowired TestPeople people;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  @DisplayName(
      "is denied to people who are not signed in, on every route but the listed public ones")
  void isDeniedByDefault() {
    List<String> routes = new ArrayList<>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping -> {
              Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
              for (String pattern : mapping.getPatternValues()) {
                for (RequestMethod method :
                    methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                  routes.add(method + " " + pattern);
                }
              }
            });
    assertThat(routes).hasSizeGreaterThan(5);
    Visitor visitor = people.visitor();
    List<String> open =
        routes.stream()
            .filter(route -> !PUBLIC.contains(route))
            .filter(
                route ->
                    !route.matches(
                        "GET /(directory|demonstration|projects|plan)([./].*)?|(GET|POST) /error"))
            .filter(route -> isOpen(visitor, route))
            .toList();
    assertThat(open).isEmpty();
  }

  private static boolean isOpen(Visitor visitor, String route) {
    String method = route.substring(0, route.indexOf(' '));
    String path =
        route.substring(route.indexOf(' ') + 1).replaceAll("\\{([^{}]|\\{[^{}]*})+}", "1");
    HttpResponse<String> answer =
        method.equals("GET")
            ? visitor.get(path)
            : visitor.write(
                method, path, "application/x-www-form-urlencoded", BodyPublishers.ofString(""));
    boolean toSignIn =
        answer.statusCode() == 302
            && "/login".equals(answer.headers().firstValue("Location").orElse(""));
    return !toSignIn && answer.statusCode() != 401;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/nothing/of/ours",
        "/engine-rest/engine",
        "/actuator/env",
        "/actuator",
        "/camunda/app/tasklist/default/",
        "/camunda/app/cockpit/default/",
        "/camunda/lib/deps.js",
        "/error/../rounds",
        "/directory/..%2frounds",
        "/rounds;x=1",
        "//rounds",
        "/data/bodies.csv"
      })
  @DisplayName("is denied to people who are not signed in, on other addresses too")
  void isDeniedElsewhere(String path) {
    assertThat(people.visitor().get(path).statusCode()).isIn(302, 400, 401, 403, 404);
    assertThat(people.visitor().get(path).headers().firstValue("Location").orElse("/login"))
        .isEqualTo("/login");
  }

  @ParameterizedTest(name = "{0} {1}: {2} may, {3} may not")
  @CsvSource({
    "GET, /admin/outbox, ADMINISTRATOR, COORDINATION AUDITOR HEAD",
    "GET, /camunda/app/cockpit/default/, ADMINISTRATOR, COORDINATION AUDITOR HEAD",
    "GET, /camunda/app/admin/default/, ADMINISTRATOR, COORDINATION AUDITOR HEAD",
    "GET, /camunda/app/welcome/default/, ADMINISTRATOR, COORDINATION AUDITOR HEAD",
    "GET, /camunda/app/tasklist/default/, ADMINISTRATOR COORDINATION AUDITOR HEAD,",
    "GET, /rounds/none, COORDINATION AUDITOR, ADMINISTRATOR HEAD OFFICE EMASP",
    "POST, /rounds/none, COORDINATION, AUDITOR ADMINISTRATOR HEAD OFFICE",
    "GET, /network/none, COORDINATION AUDITOR, HEAD OFFICE VOLUNTEER",
    "POST, /network/none, COORDINATION, AUDITOR HEAD OFFICE VOLUNTEER",
    "GET, /bodies/svma/appointments/none, COORDINATION AUDITOR, HEAD OFFICE",
    "POST, /bodies/svma/appointments/none, COORDINATION, AUDITOR HEAD OFFICE",
    "GET, /camunda/app/admin/default/setup/, , ADMINISTRATOR COORDINATION",
    "POST, /camunda/api/admin/setup/default/user/create, , ADMINISTRATOR COORDINATION"
  })
  @DisplayName("is given by the groups of the moment")
  void isGivenByGroups(String method, String path, String may, String mayNot) {
    for (String function : names(may)) {
      assertThat(status(method, path, function)).as(function).isNotIn(302, 401, 403);
    }
    for (String function : names(mayNot)) {
      assertThat(status(method, path, function)).as(function).isEqualTo(403);
    }
  }

  private int status(String method, String path, String function) {
    Visitor visitor =
        VISITORS.computeIfAbsent(
            function, name -> people.signIn(people.withFunction(Function.valueOf(name), "svma")));
    return method.equals("GET")
        ? visitor.get(path).statusCode()
        : visitor.postJson(path, "{}").statusCode();
  }

  private static String[] names(String list) {
    return list == null || list.isBlank() ? new String[0] : list.split(" ");
  }

  @Test
  @DisplayName("to change anything needs the token against forged requests")
  void needsToken() {
    Visitor visitor = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    for (String path :
        List.of("/rounds/none", "/logout", "/camunda/api/engine/engine/default/task")) {
      HttpResponse<String> answer =
          visitor.send(
              path,
              request ->
                  request
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofString("{}")));
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
    }
    assertThat(visitor.get("/rounds/none").statusCode()).as("still signed in").isNotEqualTo(302);
  }

  @Test
  @DisplayName("is denied to programs that are not signed in by a problem in JSON, not by a page")
  void problemForPrograms() {
    HttpResponse<String> answer = people.visitor().getJson("/notices");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"status\":401", "\"code\":\"http-401\"", "\"title\"");
  }

  @Test
  @DisplayName("to our pages comes with a strict policy for contents")
  void strictPolicy() {
    HttpResponse<String> answer = people.visitor().get("/login");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(answer.body()).doesNotContain("<style", " style=", "onclick=", "<script>");
  }
}
