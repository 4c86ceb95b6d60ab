package br.gov.sp.prefeitura.redeinfo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("What a request gets wrong is said in words")
class ErrorWordsTest {

  @Autowired TestPeople people;

  private Visitor coordination;

  @BeforeEach
  void signIn() {
    coordination = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
  }

  @ParameterizedTest(name = "{0} answers {1}")
  @CsvSource(
      textBlock =
          """
          /nope, 404
          /directory/nenhum-orgao, 404
          /directory/SVMA, 404
          /directory?kind=NOPE, 400
          /directory?state=1, 400
          /directory?date=ontem, 400
          /directory?date=2017-02-31, 400
          /directory?q=%00, 400
          /directory?after=%00, 400
          /bodies/nenhum-orgao, 404
          /bodies/svma/appointments/new?person=abc, 400
          /bodies/svma/appointments/new?person=99999999999999999999, 400
          /bodies/svma/appointments/new?person=999999999, 404
          /bodies/svma/appointments/abc/end, 404
          /bodies/svma/appointments/99999999999/end, 404
          /bodies/svma/appointments/99999999999999999999/end, 404
          /network/appointments/0/end, 404
          /bodies/svma/appointments, 405
          /error, 404
          """)
  void saysWhatIsWrong(String path, int status) {
    HttpResponse<String> answer = coordination.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertInWords(answer);
  }

  @Test
  @DisplayName("a search with more than fits is cut, not refused")
  void cutsLongSearches() {
    assertThat(coordination.get("/directory?q=" + "a".repeat(5000)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0} to {1} answers {2}")
  @CsvSource({"PUT, /bodies, 405", "DELETE, /directory, 405", "POST, /directory, 405"})
  void saysWhichWayIsWrong(String method, String path, int status) {
    HttpResponse<String> answer =
        coordination.write(
            method, path, "application/x-www-form-urlencoded", BodyPublishers.ofString("a=b"));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertInWords(answer);
  }

  @Test
  @DisplayName("callers that want JSON get a problem detail")
  void answersJsonWithProblemDetail() {
    HttpResponse<String> answer = coordination.getJson("/directory/nenhum-orgao");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("\"code\":\"network.body-unknown\"", "Este órgão não existe.");
  }

  @Test
  @DisplayName("in English for whoever chose English")
  void speaksEnglish() {
    coordination.get("/?lang=en");

    assertThat(coordination.get("/nope").body()).contains("We could not find this page");
  }

  @Test
  @DisplayName("a form whose token is gone shows what was typed, for copying")
  void keepsWhatWasTypedWithoutToken() {
    HttpResponse<String> answer =
        coordination.send(
            "/bodies/svma/appointments",
            request ->
                request
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofString("name=Nome+inventado&password=segredo")));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("A página ficou aberta por tempo demais", "Nome inventado")
        .doesNotContain("segredo");
  }

  @Test
  @DisplayName("a form from elsewhere is not repeated back")
  void repeatsNothingOfOtherSites() {
    HttpResponse<String> answer =
        coordination.send(
            "/bodies/svma/appointments",
            request ->
                request
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "cross-site")
                    .POST(BodyPublishers.ofString("name=Nome+inventado")));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("Nome inventado");
  }

  @Test
  @DisplayName("a page that is not for one's role says so")
  void saysThatARoleIsMissing() {
    Visitor member = people.signIn(people.withFunction(Function.VOLUNTEER, "svma"));

    HttpResponse<String> pages = member.get("/network/appointments");
    HttpResponse<String> body = member.get("/bodies/sme");
    HttpResponse<String> form =
        member.post("/bodies/svma/appointments", Map.of("function", "HEAD"));

    assertThat(pages.statusCode()).isEqualTo(403);
    assertThat(body.statusCode()).isEqualTo(403);
    assertThat(form.statusCode()).isEqualTo(403);
    assertInWords(pages);
    assertInWords(body);
    assertInWords(form);
  }

  private static void assertInWords(HttpResponse<String> answer) {
    assertThat(answer.body())
        .contains("<h1", "Rede INFO Aberta")
        .doesNotContain("Exception", "Whitelabel", "at br.gov", "org.springframework", "??");
  }
}
