package br.gov.sp.prefeitura.redeinfo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("A link to choose a password")
class PasswordLinkTest {

  private static final String NEW = "sete girassois na janela";

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired Accounts accounts;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private FormBrowser visitor;

  @BeforeEach
  void setUp() {
    visitor = new FormBrowser(port);
  }

  @Test
  @DisplayName("lets an invited person in, and works once")
  void letsInOnce() {
    Person person = invited();
    String link = onlyLink(person);
    assertThat(visitor.get(link).body()).contains("Boas-vindas", person.username());

    HttpResponse<String> answer = choose(link, NEW, NEW);
    assertThat(FormBrowser.target(answer)).isEqualTo("/login?password-set");
    assertThat(visitor.signIn(person.username(), NEW).statusCode()).isEqualTo(302);

    visitor = new FormBrowser(port);
    assertThat(visitor.get(link).statusCode()).isEqualTo(404);
    visitor.get("/login");
    assertThat(choose(link, "outra frase bem comprida", "outra frase bem comprida").statusCode())
        .isEqualTo(404);
    assertThat(new FormBrowser(port).signIn(person.username(), NEW).statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("is not used up by a mail scanner that opens it")
  void survivesScanners() {
    String link = onlyLink(invited());
    for (int i = 0; i < 3; i++) {
      assertThat(new FormBrowser(port).get(link).statusCode()).isEqualTo(200);
    }
    visitor.get(link);
    assertThat(choose(link, NEW, NEW).statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("is sent once, however often the person is invited, until it expires")
  void invitesOnce() {
    Person person = invited();
    accounts.invite(person.id(), person.username());
    assertThat(people.passwordLinks(person)).hasSize(1);

    at(Duration.ofHours(73), () -> accounts.invite(person.id(), person.username()));
    assertThat(people.passwordLinks(person)).hasSize(2);
  }

  @Test
  @DisplayName("does not work after its time")
  void expires() {
    Person person = invited();
    String link = onlyLink(person);
    jdbc.sql("UPDATE password_link SET valid_until = issued_at WHERE person_id = :person")
        .param("person", person.id())
        .update();
    HttpResponse<String> answer = visitor.get(link);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Este link não vale mais");
  }

  @Test
  @DisplayName("is stored as a digest only")
  void isStoredAsDigest() {
    Person person = invited();
    String secret = onlyLink(person).substring("/password/".length());
    assertThat(secret).hasSize(43);
    assertThat(
            jdbc.sql(
                    "SELECT encode(token_hash, 'escape') FROM password_link WHERE person_id = :person")
                .param("person", person.id())
                .query(String.class)
                .single())
        .doesNotContain(secret);
  }

  @Test
  @DisplayName("is mailed on request, and a new password ends the sessions opened with the old one")
  void resets() {
    Person person = people.person("svma");
    FormBrowser elsewhere = new FormBrowser(port);
    elsewhere.signIn(person.username(), TestPeople.PASSWORD);
    assertThat(elsewhere.get("/bodies/none").statusCode()).isNotEqualTo(302);

    request(person.email().toUpperCase());
    await().untilAsserted(() -> assertThat(people.passwordLinks(person)).hasSize(1));
    String link = onlyLink(person);
    visitor.get(link);
    assertThat(choose(link, NEW, NEW).statusCode()).isEqualTo(302);

    assertThat(elsewhere.get("/bodies/none").statusCode()).isEqualTo(302);
    assertThat(visitor.signIn(person.username(), TestPeople.PASSWORD).statusCode()).isEqualTo(401);
    assertThat(visitor.signIn(person.username(), NEW).statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("is mailed at most once in a few minutes")
  void doesNotFlood() {
    Person person = people.person("svma");
    Person other = people.person("svma");
    request(person.username());
    request(person.email());
    request(other.username());
    // One worker answers in turn: when the last was served, the others were.
    await().untilAsserted(() -> assertThat(people.passwordLinks(other)).hasSize(1));
    assertThat(people.passwordLinks(person)).hasSize(1);
  }

  @Test
  @DisplayName("is promised in the same words to people who have no account")
  void tellsNothing() {
    Person person = people.person("svma");
    Person disabled = people.person("svma");
    accounts.disable(disabled.id());
    String expected = comparable(request(person.username()));
    assertThat(comparable(request("ninguem@svma.prefeitura.sp.gov.br"))).isEqualTo(expected);
    assertThat(comparable(request(people.stranger("svma").email()))).isEqualTo(expected);
    assertThat(comparable(request(disabled.username()))).isEqualTo(expected);
    assertThat(comparable(request("x".repeat(5000)))).isEqualTo(expected);
    assertThat(request("com\0nulo").statusCode()).isEqualTo(400);
    assertThat(request(" ").body()).contains("Informe seu usuário");
  }

  private static String comparable(HttpResponse<String> answer) {
    return answer.statusCode() + answer.body();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "doze letras!, doze letras!, aceita, true",
    "onze letras, onze letras, pelo menos 12, false",
    "rede-aberta-2017, rede-aberta-2017, conhecida demais, false",
    "Governo Aberto, Governo Aberto, conhecida demais, false",
    "aaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaa, conhecida demais, false",
    "123456789012345, 123456789012345, conhecida demais, false",
    "um jardim no parque, um jardim na praca, não são iguais, false"
  })
  @DisplayName("refuses weak passwords next to the field, and stays good")
  void refusesWeakPasswords(String password, String repeated, String text, boolean accepted) {
    Person person = invited();
    String link = onlyLink(person);
    visitor.get(link);
    HttpResponse<String> answer = choose(link, password, repeated);
    if (accepted) {
      assertThat(answer.statusCode()).isEqualTo(302);
      return;
    }
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(text, "aria-invalid=\"true\"")
        .doesNotContain("value=\"" + password);
    assertThat(new FormBrowser(port).get(link).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("refuses a password made of the person's own user name")
  void refusesOwnName() {
    Person person = invited();
    String link = onlyLink(person);
    visitor.get(link);
    String password = "sou " + person.username() + " mesmo";
    assertThat(choose(link, password, password).body()).contains("não pode conter seu nome");
  }

  @Test
  @DisplayName("that nobody was sent leads to a page in words")
  void unknownLink() {
    for (String secret : List.of("x", "%20", "a".repeat(43), "a".repeat(3000))) {
      assertThat(visitor.get("/password/" + secret).statusCode()).as(secret).isEqualTo(404);
    }
  }

  private Person invited() {
    Person person = people.stranger("svma");
    accounts.invite(person.id(), person.username());
    return person;
  }

  private String onlyLink(Person person) {
    assertThat(people.passwordLinks(person)).hasSize(1);
    return people.passwordLinks(person).get(0);
  }

  private HttpResponse<String> choose(String link, String password, String repeated) {
    return visitor.submit(link, Map.of("password", password, "repeated", repeated));
  }

  private HttpResponse<String> request(String login) {
    FormBrowser somebody = new FormBrowser(port);
    somebody.get("/password/forgot");
    return somebody.submit("/password/forgot", Map.of("login", login));
  }

  private void at(Duration later, Runnable work) {
    clock.callAt(
        Instant.now().plus(later),
        (Supplier<Void>)
            () -> {
              work.run();
              return null;
            });
  }
}
