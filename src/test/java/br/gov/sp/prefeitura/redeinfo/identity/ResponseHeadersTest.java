package br.gov.sp.prefeitura.redeinfo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("Every answer")
class ResponseHeadersTest {

  private static final String POLICY = "Content-Security-Policy";

  @Autowired TestPeople people;

  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/directory",
        "/password/forgot",
        "/css/app.css",
        "/nothing/of/ours",
        "/camunda/app/cockpit/default/",
        "/camunda/app/tasklist/nothing",
        "/notices",
        "/rounds",
        "/actuator/health"
      })
  @DisplayName("lets a page run, load and send to nothing but what is ours")
  void strictPolicy(String path) {
    Visitor head = people.signIn(people.withFunction(Function.HEAD, "svma"));
    for (Visitor visitor : List.of(people.visitor(), head)) {
      assertThat(visitor.get(path).headers().firstValue(POLICY).orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "*", "http:", "https:");
    }
  }

  @Test
  @DisplayName("lets text run as script in the web applications' start pages alone")
  void evalInWebApplicationsAlone() {
    Visitor administrator = people.signIn(people.withFunction(Function.ADMINISTRATOR, "cgm"));
    for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
      String path = "/camunda/app/" + app + "/default/";
      assertThat(administrator.get(path).headers().firstValue(POLICY).orElseThrow())
          .as(path)
          .contains("'unsafe-eval'", "'nonce-", "frame-ancestors 'none'");
    }
    assertThat(
            administrator
                .getJson("/camunda/api/engine/engine/default/task/count")
                .headers()
                .firstValue(POLICY)
                .orElseThrow())
        .contains("sandbox")
        .doesNotContain("unsafe");
  }

  @Test
  @DisplayName("is neither framed, nor guessed at, nor told to other sites")
  void otherHeaders() {
    Map<String, List<String>> headers = people.visitor().get("/login").headers().map();
    assertThat(headers.get("X-Frame-Options")).containsExactly("DENY");
    assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.get("Referrer-Policy")).containsExactly("same-origin");
    assertThat(headers.get("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
    assertThat(headers.get("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
    assertThat(headers.get("Permissions-Policy").get(0)).contains("camera=()");
    assertThat(headers).doesNotContainKeys("Server", "X-Powered-By", "Strict-Transport-Security");
  }

  @Test
  @DisplayName("over TLS keeps browsers on TLS, and all its cookies too")
  void overTls() throws Exception {
    Person person = people.person("svma");
    HttpResponse<String> form = overTls("/login", "", null);
    assertThat(form.headers().firstValue("Strict-Transport-Security").orElseThrow())
        .contains("max-age=31536000");
    String token = cookies(form).get("XSRF-TOKEN");

    HttpResponse<String> signedIn =
        overTls(
            "/login",
            "XSRF-TOKEN=" + token,
            "username=" + person.username() + "&password=" + TestPeople.PASSWORD);

    assertThat(signedIn.statusCode()).isEqualTo(302);
    assertThat(signedIn.headers().firstValue("Location").orElseThrow()).isEqualTo("/");
    List<String> cookies = signedIn.headers().allValues("Set-Cookie");
    // The session, the known device and the token.
    assertThat(cookies).hasSizeGreaterThanOrEqualTo(2);
    assertThat(cookies(signedIn)).containsKey("REDE_INFO_DEVICE");
    for (HttpResponse<String> answer : List.of(form, signedIn)) {
      assertThat(answer.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allSatisfy(
              cookie -> {
                String attributes = cookie.toLowerCase(Locale.ROOT);
                assertThat(attributes).contains("; secure", "samesite=lax");
                // The web applications read the token by script; nothing else may be read.
                assertThat(attributes.startsWith("xsrf-token") || attributes.contains("httponly"))
                    .as(cookie.replaceAll("=[^;]*", "=…"))
                    .isTrue();
              });
    }
  }

  private HttpResponse<String> overTls(String path, String cookies, String form) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(people.visitor().address() + path))
            .header("X-Forwarded-Proto", "https");
    if (form != null) {
      String token = cookies.substring(cookies.indexOf('=') + 1);
      request
          .header("Cookie", cookies)
          .header("X-XSRF-TOKEN", token)
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(form));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static Map<String, String> cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";")[0].split("=", 2))
        .filter(cookie -> !cookie[1].isEmpty())
        .collect(Collectors.toMap(cookie -> cookie[0], cookie -> cookie[1], (a, b) -> b));
  }
}
