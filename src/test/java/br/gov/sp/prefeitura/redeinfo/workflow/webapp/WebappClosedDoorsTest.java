package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.ClassUtils;

@IntegrationTest
@DisplayName("Somebody who is not signed in")
class WebappClosedDoorsTest {

  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/camunda/app/tasklist/default/",
        "/camunda/app/cockpit/default/",
        "/camunda/app/admin/default/",
        "/camunda/app/admin/default/setup/",
        "/camunda/app/",
        "/camunda"
      })
  @DisplayName("is sent from the web applications' pages to the application's own sign-in")
  void isSentToSignIn(String path) throws Exception {
    HttpResponse<String> answer = send(request(path).GET());

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/engine/engine/",
        "/camunda/api/admin/auth/user/default",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics"
      })
  @DisplayName("reads from the API that the session has ended, in the browser's language")
  void readsThatTheSessionHasEnded(String path) throws Exception {
    HttpResponse<String> portuguese = send(request(path).GET());
    HttpResponse<String> english = send(request(path).header("Accept-Language", "en-GB").GET());

    assertThat(portuguese.statusCode()).isEqualTo(401);
    assertThat(portuguese.body()).contains("\"code\":\"signed-out\"", "Sua sessão terminou");
    assertThat(english.body()).contains("\"code\":\"signed-out\"", "Your session has ended");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/auth/user/default/login/tasklist",
        "/camunda/api/engine/engine/default/user/create",
        "/camunda/api/engine/engine/default/deployment/create",
        "/camunda/api/engine/engine/default/identity/password-policy"
      })
  @DisplayName("can neither make an administrator nor sign in by the engine nor deploy")
  void canMakeNothing(String path) throws Exception {
    HttpResponse<String> answer =
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"profile\":{\"id\":\"mallory\"}}")));

    assertThat(answer.statusCode()).isBetween(401, 403);
    assertThat(answer.body()).contains("\"code\":").doesNotContain("Exception", "camunda");
  }

  @Test
  @DisplayName("finds no engine-rest, the starter that opens everything to everybody")
  void findsNoEngineRest() {
    assertThat(
            ClassUtils.isPresent(
                "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
                getClass().getClassLoader()))
        .isFalse();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
