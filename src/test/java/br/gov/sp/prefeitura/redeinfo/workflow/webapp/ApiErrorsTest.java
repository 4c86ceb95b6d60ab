package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("What the web applications' API cannot do")
class ApiErrorsTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String JSON = "application/json";

  @Autowired TestPeople people;
  @Autowired ObjectMapper json;

  private Visitor visitor;

  @BeforeEach
  void signIn() {
    visitor = people.signIn(people.withFunction(Function.ADMINISTRATOR, "svma"));
    visitor.get("/camunda/app/tasklist/default/");
  }

  @ParameterizedTest(name = "{0} {1} {3}")
  @MethodSource
  @DisplayName("is answered with a 4xx, a code and words, never a class name")
  void isAnsweredInWords(String method, String path, String contentType, String body)
      throws Exception {
    HttpResponse<String> answer =
        "GET".equals(method)
            ? visitor.getJson(ENGINE + path)
            : visitor.write(method, ENGINE + path, contentType, BodyPublishers.ofString(body));

    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
    JsonNode error = json.readTree(answer.body());
    assertThat(error.path("code").asText()).matches("[a-z0-9.-]+");
    assertThat(error.path("type").asText()).matches("[A-Za-z]+");
    assertThat(error.path("message").asText()).isNotBlank().endsWith(".");
    assertThat(answer.body())
        .doesNotContain("Exception", "ENGINE-", "camunda", "java.", "Cannot ", "null");
  }

  static Stream<Arguments> isAnsweredInWords() {
    return Stream.of(
        get("/task/unknown"),
        get("/task/unknown/form"),
        get("/task/unknown/form-variables"),
        get("/task/unknown/deployed-form"),
        get("/task/unknown/variables/x"),
        get("/task/unknown/comment/unknown"),
        get("/task?firstResult=one"),
        get("/task?maxResults=99999999999999"),
        get("/task?sortBy=nothing&sortOrder=asc"),
        get("/task?sortBy=name"),
        get("/task?dueBefore=yesterday"),
        get("/task?processVariables=x"),
        get("/filter/unknown"),
        get("/filter/unknown/list"),
        get("/filter/unknown/count"),
        get("/process-definition/unknown"),
        get("/process-definition/unknown/xml"),
        get("/process-instance/unknown"),
        get("/history/task/unknown"),
        get("/user/nobody/profile"),
        get("/nothing/at/all"),
        post("/task/unknown/claim", "{\"userId\":\"x\"}"),
        post("/task/unknown/claim", ""),
        post("/task/unknown/submit-form", "{}"),
        post("/task/unknown/submit-form", "{\"variables\":{\"a\":{\"value\":1}}}"),
        post("/task/unknown/submit-form", "{\"variables\":{\"a\":null}}"),
        post("/task/unknown/submit-form", "{\"variables\":[]}"),
        post("/task/unknown/submit-form", "{\"variables\":\"x\"}"),
        post(
            "/task/unknown/submit-form",
            "{\"variables\":{\"a\":{\"value\":1,\"type\":\"Nonsense\"}}}"),
        post(
            "/task/unknown/submit-form",
            "{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"Integer\"}}}"),
        post("/task/unknown/submit-form", "{not json"),
        post("/task/unknown/submit-form", "[]"),
        post("/task/unknown/submit-form", "\"text\""),
        post("/task/unknown/complete", "{}"),
        post("/task/unknown/unclaim", "{}"),
        post("/task/unknown/comment/create", "{\"message\":\"olá\"}"),
        post("/task", "{\"orQueries\":\"x\"}"),
        post("/task", "{\"candidateGroups\":7}"),
        post("/task", "{\"assigneeExpression\":\"${''.getClass()}\"}"),
        post("/task?firstResult=-x", "{}"),
        post("/filter/unknown/list", "{}"),
        post("/filter/unknown/list", "{"),
        Arguments.of("POST", "/task/unknown/submit-form", "text/plain", "x"),
        Arguments.of("POST", "/task/unknown/submit-form", "multipart/form-data", "x"),
        Arguments.of("PATCH", "/task/unknown", JSON, "{}"),
        Arguments.of("DELETE", "/task/unknown/submit-form", JSON, ""));
  }

  @Test
  @DisplayName("is said in English to a browser that prefers it")
  void isSaidInEnglish() {
    HttpResponse<String> answer =
        visitor.send(
            ENGINE + "/task/unknown", request -> request.header("Accept-Language", "en").GET());

    assertThat(answer.body())
        .contains("\"code\":\"task-not-open\"", "This task has been completed already");
  }

  private static Arguments get(String path) {
    return Arguments.of("GET", path, "", "");
  }

  private static Arguments post(String path, String body) {
    return Arguments.of("POST", path, JSON, body);
  }
}
