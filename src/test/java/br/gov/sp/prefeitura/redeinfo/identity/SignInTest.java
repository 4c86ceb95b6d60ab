package br.gov.sp.prefeitura.redeinfo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("Signing in")
class SignInTest {

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired Accounts accounts;
  @Autowired Appointments appointments;
  @Autowired Clock clock;

  private FormBrowser visitor;

  @BeforeEach
  void setUp() {
    visitor = new FormBrowser(port);
  }

  @Test
  @DisplayName("works with the user name and with the e-mail, whatever their case")
  void takesUsernameAndEmail() {
    Person person = people.withFunction(Function.OFFICE, "svma");
    for (String login :
        List.of(
            person.username(),
            " " + person.username().toUpperCase(),
            person.email(),
            person.email().toUpperCase())) {
      HttpResponse<String> answer = new FormBrowser(port).signIn(login, TestPeople.PASSWORD);
      assertThat(answer.statusCode()).as(login).isEqualTo(302);
      assertThat(FormBrowser.target(answer)).isEqualTo("/");
    }
  }

  @Test
  @DisplayName("is open to a person without any function, such as a nominee")
  void takesPeopleWithoutFunction() {
    Person person = people.person("svma");
    assertThat(visitor.signIn(person.username(), TestPeople.PASSWORD).statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("with a wrong password shows the form again with the user name and not the password")
  void keepsWhatWasTyped() {
    Person person = people.person("svma");
    HttpResponse<String> answer = visitor.signIn(person.username(), "outra senha errada");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .contains("não conferem", "value=\"" + person.username() + "\"")
        .doesNotContain("outra senha errada");
  }

  @Test
  @DisplayName("says the same of a wrong password, an unknown name and an account without password")
  void tellsNothing() {
    Person known = people.person("svma");
    Person invited = people.stranger("svma");
    accounts.invite(invited.id(), invited.username());
    Person disabled = people.person("svma");
    accounts.disable(disabled.id());

    String expected = comparable(visitor.signIn(known.username(), "errada"), known.username());
    assertThat(comparable(new FormBrowser(port).signIn("ninguem.mesmo", "errada"), "ninguem.mesmo"))
        .isEqualTo(expected);
    assertThat(
            comparable(
                new FormBrowser(port).signIn(invited.username(), "errada"), invited.username()))
        .isEqualTo(expected);
    assertThat(
            comparable(
                new FormBrowser(port).signIn(disabled.username(), TestPeople.PASSWORD),
                disabled.username()))
        .isEqualTo(expected);
  }

  private static String comparable(HttpResponse<String> answer, String username) {
    return answer.statusCode()
        + answer
            .body()
            .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
            .replace("value=\"" + username + "\"", "");
  }

  @Test
  @DisplayName("with wrong passwords in a row has to wait after the fifth, and says for how long")
  void makesGuessersWait() {
    Person person = people.person("svma");
    for (int i = 0; i < 5; i++) {
      assertThat(visitor.signIn(person.username(), "errada " + i).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> answer = visitor.signIn(person.username(), TestPeople.PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("Muitas tentativas", "segundos", "peça um link");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("value=\"" + person.username() + "\"");
  }

  @Test
  @DisplayName("gives the session another id")
  void changesTheSession() {
    Person person = people.person("svma");
    visitor.signIn(person.username(), TestPeople.PASSWORD);
    String before = visitor.cookie("REDE_INFO_SESSION").orElseThrow();
    visitor.get("/");
    visitor.submit(
        "/login", Map.of("username", person.username(), "password", TestPeople.PASSWORD));
    assertThat(visitor.cookie("REDE_INFO_SESSION")).isPresent().get().isNotEqualTo(before);
    assertThat(
            new FormBrowser(port)
                .get("/bodies/none", "Cookie", "REDE_INFO_SESSION=" + before)
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  @DisplayName("keeps the cookies from scripts and from other sites")
  void protectsCookies() {
    Person person = people.person("svma");
    List<String> cookies =
        visitor.signIn(person.username(), TestPeople.PASSWORD).headers().allValues("Set-Cookie");
    assertThat(cookies)
        .filteredOn(cookie -> cookie.matches("(REDE_INFO_SESSION|REDE_INFO_DEVICE)=.*"))
        .hasSize(2)
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/tasks/4711-a?lang=en", "/bodies/svma", "/nominations/7"})
  @DisplayName("leads to the page that was asked for")
  void leadsToThePageAskedFor(String path) {
    Person person = people.person("svma");
    HttpResponse<String> refused = visitor.get(path);
    assertThat(refused.statusCode()).isEqualTo(302);
    assertThat(FormBrowser.target(refused)).isEqualTo("/login");
    HttpResponse<String> answer = visitor.signIn(person.username(), TestPeople.PASSWORD);
    assertThat(answer.headers().firstValue("Location")).contains(path);
  }

  @Test
  @DisplayName("never leads to another site")
  void neverLeadsElsewhere() {
    Person person = people.person("svma");
    visitor.get("//evil.example/tasks/1");
    visitor.get("/login?continue=https://evil.example/&redirect=//evil.example");
    HttpResponse<String> answer = visitor.signIn(person.username(), TestPeople.PASSWORD);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith("/")
        .doesNotStartWith("//");
  }

  @Test
  @DisplayName("does not lead back to what a script asked for")
  void doesNotLeadToScripts() {
    Person person = people.person("svma");
    assertThat(visitor.get("/camunda/api/engine/engine/").statusCode()).isEqualTo(401);
    assertThat(visitor.get("/rounds/1/progress", "HX-Request", "true").statusCode()).isEqualTo(401);
    HttpResponse<String> answer = visitor.signIn(person.username(), TestPeople.PASSWORD);
    assertThat(FormBrowser.target(answer)).isEqualTo("/");
  }

  @Test
  @DisplayName("is refused without the form's token")
  void needsTheToken() {
    Person person = people.person("svma");
    visitor.get("/login");
    HttpResponse<String> answer =
        visitor.submitAsIs(
            "/login", Map.of("username", person.username(), "password", TestPeople.PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(visitor.get("/tasks/1").statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("ends with the sign-out: the old session opens nothing any more")
  void signsOut() {
    Person person = people.person("svma");
    visitor.signIn(person.username(), TestPeople.PASSWORD);
    FormBrowser thief = new FormBrowser(port);
    String session = "REDE_INFO_SESSION=" + visitor.cookie("REDE_INFO_SESSION").orElseThrow();
    assertThat(thief.get("/bodies/none", "Cookie", session).statusCode()).isNotEqualTo(302);

    HttpResponse<String> answer = visitor.signOut();
    assertThat(FormBrowser.target(answer)).isEqualTo("/login?signed-out");
    assertThat(thief.get("/bodies/none", "Cookie", session).statusCode()).isEqualTo(302);
    assertThat(visitor.get("/login?signed-out").body()).contains("Você saiu");
  }

  @Test
  @DisplayName("ends when the account is disabled, with the next request")
  void endsWhenDisabled() {
    Person person = people.person("svma");
    visitor.signIn(person.username(), TestPeople.PASSWORD);
    assertThat(visitor.get("/bodies/none").statusCode()).isNotEqualTo(302);
    accounts.disable(person.id());
    assertThat(FormBrowser.target(visitor.get("/bodies/none"))).isEqualTo("/login");
  }

  @Test
  @DisplayName("opens the coordination's pages for as long as the person belongs to it")
  void followsTheAppointments() {
    Person person = people.withFunction(Function.COORDINATION, "cgm");
    visitor.signIn(person.username(), TestPeople.PASSWORD);
    assertThat(visitor.get("/rounds/none").statusCode()).isNotEqualTo(403);

    var today = SaoPaulo.today(clock);
    long appointment = appointments.ofPerson(person.id(), today).get(0).id();
    appointments.end(appointment, today.minusDays(1), EndReason.TRANSFERRED, null);
    assertThat(visitor.get("/rounds/none").statusCode()).isEqualTo(403);
  }
}
