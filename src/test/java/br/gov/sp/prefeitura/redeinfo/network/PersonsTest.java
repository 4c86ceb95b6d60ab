package br.gov.sp.prefeitura.redeinfo.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("A person")
class PersonsTest {

  @Autowired Persons persons;
  @Autowired Bodies bodies;
  @Autowired JdbcClient jdbc;
  @Autowired TestBodies testBodies;

  private long smads;
  private long sptrans;

  @BeforeEach
  void setUp() {
    smads = bodies.findBySlug("smads").orElseThrow().id();
    sptrans = bodies.findBySlug("sptrans").orElseThrow().id();
  }

  @Test
  @DisplayName(
      "registered again with the same e-mail is brought up to date and keeps the user name")
  void isKnownByEmail() {
    Person first = register("Inês Primeira", "Ines.Uma@smads.prefeitura.sp.gov.br", smads, null);
    Person again =
        register(" Inês Segunda ", "ines.uma@SMADS.prefeitura.sp.gov.br", smads, "7700001");
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.username()).isEqualTo(first.username()).matches("p[0-9]{6,}");
    assertThat(again.name()).isEqualTo("Inês Segunda");
    assertThat(again.identifier()).isEqualTo("7700001");
    assertThat(persons.findByUsername(first.username().toUpperCase())).contains(again);
  }

  @Test
  @DisplayName("never gets another user name, not even by hand")
  void usernameIsImmutable() {
    Person person = register("Caio Fixo", "caio.fixo@smads.prefeitura.sp.gov.br", smads, null);
    assertThatThrownBy(
            () ->
                jdbc.sql("UPDATE person SET username = 'outro.nome' WHERE id = :id")
                    .param("id", person.id())
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  @DisplayName("has an address of the body, when new there; who is there already keeps it")
  void hasAnAddressOfTheBody() {
    Body body = testBodies.make();
    String address = "eva@" + body.mailDomains().get(0);
    assertRefused(
        () -> register("Eva", "eva@smads.prefeitura.sp.gov.br", body.id(), null),
        "email",
        "network.email-domain",
        body.mailDomains().get(0));
    Person eva = register("Eva", address.toUpperCase(Locale.ROOT), body.id(), null);
    assertRefused(
        () -> register("Eva", address, smads, null),
        "email",
        "network.email-domain",
        String.join(", ", bodies.get(smads).mailDomains()));

    jdbc.sql("UPDATE body SET mail_domains = ARRAY['novo.example'] WHERE id = :id")
        .param("id", body.id())
        .update();
    assertThat(register("Eva Lima", address, body.id(), null).id()).isEqualTo(eva.id());
  }

  @Test
  @DisplayName("may have the number that somebody of another body has, and no colleague's")
  void identifierIsUniqueInTheBody() {
    register("Rui Um", "rui.um@smads.prefeitura.sp.gov.br", smads, "7654321");
    register("Rui Dois", "rui.dois@sptrans.com.br", sptrans, "7654321");
    assertRefused(
        () -> register("Rui Três", "rui.tres@smads.prefeitura.sp.gov.br", smads, "7654321"),
        "identifier",
        "network.identifier-taken");
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
  @CsvSource({
    "'', a.b@smads.prefeitura.sp.gov.br, , name",
    "Ana, '', , email",
    "Ana, 'ana@x', , email",
    "Ana, 'ana@@smads.prefeitura.sp.gov.br', , email",
    "Ana, 'ana <ana@smads.prefeitura.sp.gov.br>', , email",
    "Ana, a.b@smads.prefeitura.sp.gov.br, 123456, identifier",
    "Ana, a.b@smads.prefeitura.sp.gov.br, 12345678, identifier",
    "Ana, a.b@smads.prefeitura.sp.gov.br, 123.456-7, identifier"
  })
  @DisplayName("with details that break a rule is refused at the field")
  void refusesDetails(String name, String email, String identifier, String field) {
    assertThatThrownBy(() -> register(name, email, smads, identifier))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(Violation::field)
                    .containsExactly(field));
  }

  @Test
  @DisplayName("cannot smuggle a line break into a mail's header")
  void refusesLineBreaks() {
    assertRefused(
        () -> register("Ana\r\nBcc: x@y.z", "ana.nl@smads.prefeitura.sp.gov.br", smads, null),
        "name",
        "network.name-invalid");
    assertRefused(
        () -> register("Ana", "ana@smads.prefeitura.sp.gov.br\r\nBcc: x@y.z", smads, null),
        "email",
        "network.email-invalid");
  }

  private void assertRefused(ThrowingCallable call, String field, String code, Object... args) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.violations()).containsExactly(Violation.at(field, code, args)));
  }

  private Person register(String name, String email, long body, String identifier) {
    return persons.register(new PersonDetails(name, email, Bond.EFETIVO, body, null, identifier));
  }
}
