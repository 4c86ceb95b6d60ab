package br.gov.sp.prefeitura.redeinfo.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.IndicationService;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SeatIndication;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SeatKey;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.MessageSource;

@IntegrationTest
@DisplayName("What an office submits")
class IndicationRulesTest {

  private static final SeatKey TITULAR = new SeatKey(Track.OPEN_GOVERNMENT, Seat.TITULAR);
  private static final SeatKey SUPLENTE = new SeatKey(Track.OPEN_GOVERNMENT, Seat.SUPLENTE);
  private static final SeatKey ACCESS = new SeatKey(Track.ACCESS_TO_INFORMATION, Seat.TITULAR);

  @Autowired AutowireCapableBeanFactory beans;
  @Autowired IndicationService indications;
  @Autowired MessageSource messages;

  private NominationWorld world;
  private Body body;
  private Person coordinator;
  private Person office;
  private long id;

  @BeforeEach
  void setUp() {
    world = beans.createBean(NominationWorld.class);
    body = world.body();
    coordinator = world.appointed(body, Function.COORDINATION);
    office = world.appointed(body, Function.OFFICE);
    id = open(body, Set.of(Track.OPEN_GOVERNMENT));
  }

  /** «domain» stands for the body's mail domain, «long» for a text one character too long. */
  @ParameterizedTest(name = "{0} = {1} → {2}")
  @CsvSource(
      nullValues = "null",
      value = {
        "Name, null, seat-incomplete",
        "Name, '   ', seat-incomplete",
        "Name, long120, too-long",
        "Name, 12345, name",
        "Name, ---, name",
        "Name, 'An\\u0000a', control-characters",
        "Name, 'Ana\\nMaria', control-characters",
        "Name, 'Ana\\tMaria', control-characters",
        "Name, 'A\\u200Bna', control-characters",
        "Name, 'Ana \\u202Eairam', control-characters",
        "Identifier, null, seat-incomplete",
        "Identifier, 123456, identifier-RF",
        "Identifier, 12345678, identifier-RF",
        "Identifier, 12345a7, identifier-RF",
        "Identifier, 123.456.7, identifier-RF",
        "Identifier, 1234567/1, identifier-RF",
        "Identifier, '\\u0663\\u0663\\u0663\\u0663\\u0663\\u0663\\u0663', identifier-RF",
        "Identifier, long20, too-long",
        "Email, null, seat-incomplete",
        "Email, ana, email",
        "Email, ana@, email",
        "Email, @domain, email",
        "Email, ana@@domain, email",
        "Email, 'ana maria@domain', email",
        "Email, 'ana,bia@domain', email",
        "Email, 'ana@domain,bia@domain', email",
        "Email, '<ana@domain>', email",
        "Email, ana@domain., email",
        "Email, 'ana@domain\\r\\nBcc: x@y.z', control-characters",
        "Email, ana@gmail.com, mail-domain",
        "Email, ana@domain.evil.com, mail-domain",
        "Email, ana@evil-domain, mail-domain",
        "Email, ana@sub.domain, mail-domain",
        "Email, long254, too-long",
        "Bond, null, seat-incomplete",
        "Bond, efetivo, bond",
        "Bond, CHEFE, bond",
        "Bond, \"EFETIVO'; DROP TABLE person\", bond",
        "Unit, null, seat-incomplete",
        "Unit, long120, too-long",
        "Unit, 'Ouvi\\u0007doria', control-characters",
        "Why, null, seat-incomplete",
        "Why, long1000, too-long",
        "Why, 'bom\\u0000', control-characters"
      })
  @DisplayName("is refused next to the field that breaks a rule, in words")
  void refusedNextToTheField(String field, String value, String code) {
    Map<String, Object> values =
        new HashMap<>(NominationWorld.typed(TITULAR, body, "ana", Bond.EFETIVO));
    values.put("openTitular" + field, expand(value));

    Violation violation = onlyViolation(values);

    assertThat(violation.field()).isEqualTo("openTitular" + field);
    assertThat(violation.code()).isEqualTo("nomination." + code);
    for (String language : List.of("pt-BR", "en")) {
      assertThat(
              messages.getMessage(
                  violation.messageKey(),
                  violation.args().toArray(),
                  Locale.forLanguageTag(language)))
          .isNotBlank()
          .doesNotContain("{0}");
    }
    assertThat(world.state(id)).isEqualTo(NominationState.DRAFT);
  }

  @Test
  @DisplayName("is kept without stray spaces, the e-mail in lower case, line breaks in the reason")
  void isNormalised() {
    Map<String, Object> values =
        new HashMap<>(NominationWorld.typed(TITULAR, body, "ana", Bond.EFETIVO));
    values.put("openTitularName", "  Ana   d'Ávila  ");
    values.put("openTitularEmail", " ANA@" + body.mailDomains().get(0).toUpperCase(Locale.ROOT));
    values.put("openTitularWhy", "Primeiro.\r\nSegundo.");
    submit(values);

    var nominee = world.details(id).nomination().seat(TITULAR).orElseThrow().nominee();
    assertThat(nominee.name()).isEqualTo("Ana d'Ávila");
    assertThat(nominee.email()).isEqualTo("ana@" + body.mailDomains().get(0));
    assertThat(nominee.justification()).isEqualTo("Primeiro.\nSegundo.");
  }

  @Test
  @DisplayName("names at least one person")
  void notEmpty() {
    assertThat(onlyViolation(Map.of()).code()).isEqualTo("nomination.set-empty");
  }

  @Test
  @DisplayName("names nobody twice")
  void nobodyTwice() {
    Violation violation =
        onlyViolation(
            NominationWorld.together(
                NominationWorld.typed(TITULAR, body, "ana", Bond.EFETIVO),
                NominationWorld.typed(SUPLENTE, body, "ana", Bond.EFETIVO)));
    assertThat(violation.code()).isEqualTo("nomination.twice");
    assertThat(violation.field()).isEqualTo("openSuplenteEmail");
  }

  @Test
  @DisplayName("gives nobody the number of somebody else")
  void numbersAreOnes() {
    Map<String, Object> suplente =
        new HashMap<>(NominationWorld.typed(SUPLENTE, body, "bia", Bond.EFETIVO));
    Map<String, Object> titular = NominationWorld.typed(TITULAR, body, "ana", Bond.EFETIVO);
    suplente.put("openSuplenteIdentifier", titular.get("openTitularIdentifier"));
    Violation violation = onlyViolation(NominationWorld.together(titular, suplente));
    assertThat(violation.code()).isEqualTo("nomination.identifier-taken");
    assertThat(violation.field()).isEqualTo("openSuplenteIdentifier");
  }

  @Test
  @DisplayName("names nobody who sits in another seat")
  void seatedElsewhere() {
    Person seated = world.person(body, "dora", Bond.EFETIVO);
    world.seat(seated, body, ACCESS);
    Violation violation = onlyViolation(NominationWorld.typed(TITULAR, body, "dora", Bond.EFETIVO));
    assertThat(violation.code()).isEqualTo("nomination.seated-elsewhere");
  }

  @Test
  @DisplayName("may swap titular and suplente, who give up their old seats")
  void swap() {
    world.seat(world.person(body, "dora", Bond.EFETIVO), body, TITULAR);
    world.seat(world.person(body, "eva", Bond.EFETIVO), body, SUPLENTE);
    assertThatCode(
            () ->
                submit(
                    NominationWorld.together(
                        NominationWorld.typed(TITULAR, body, "eva", Bond.EFETIVO),
                        NominationWorld.typed(SUPLENTE, body, "dora", Bond.EFETIVO))))
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("names nobody who stands in another open nomination")
  void nominatedElsewhere() {
    long other = open(body, Set.of(Track.ACCESS_TO_INFORMATION));
    indications.submit(
        other, seats(NominationWorld.typed(ACCESS, body, "ana", Bond.EFETIVO)), office.id());
    Violation violation = onlyViolation(NominationWorld.typed(TITULAR, body, "ana", Bond.EFETIVO));
    assertThat(violation.code()).isEqualTo("nomination.nominated-elsewhere");
  }

  @Test
  @DisplayName("fits what is registered about the person")
  void identityMismatch() {
    world.persons.register(
        new PersonDetails(
            "Ana", "ana@" + body.mailDomains().get(0), Bond.EFETIVO, body.id(), null, "7654321"));
    Violation violation = onlyViolation(NominationWorld.typed(TITULAR, body, "ana", Bond.EFETIVO));
    assertThat(violation.code()).isEqualTo("nomination.identity-mismatch");
  }

  @Test
  @DisplayName("uses a company's own numbers in a company")
  void companyNumbers() {
    body = world.body("EMPRESA_PUBLICA", "COMPANY");
    id = open(body, Set.of(Track.OPEN_GOVERNMENT));
    Map<String, Object> values =
        new HashMap<>(NominationWorld.typed(TITULAR, body, "ana", Bond.EMPREGADO_PUBLICO));
    values.put("openTitularIdentifier", "A/12.3-4");
    assertThatCode(() -> submit(values)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("arrives once: the second of two submissions reads that the nomination has moved on")
  void onlyOnce() {
    submit(NominationWorld.typed(TITULAR, body, "ana", Bond.EFETIVO));
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> submit(NominationWorld.typed(TITULAR, body, "bia", Bond.EFETIVO)));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
  }

  private long open(Body asked, Set<Track> tracks) {
    return world.nominationOf(world.openRound(coordinator, tracks, List.of(asked)), asked);
  }

  private Violation onlyViolation(Map<String, Object> values) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> submit(values));
    assertThat(refusal).isNotNull();
    assertThat(refusal.violations()).hasSize(1);
    return refusal.violations().get(0);
  }

  private void submit(Map<String, Object> values) {
    indications.submit(id, seats(values), office.id());
  }

  private static List<SeatIndication> seats(Map<String, Object> values) {
    return SeatKey.ALL.stream()
        .map(
            key ->
                new SeatIndication(
                    key,
                    text(values, key, "Name"),
                    text(values, key, "Identifier"),
                    text(values, key, "Email"),
                    text(values, key, "Bond"),
                    text(values, key, "Unit"),
                    text(values, key, "Why")))
        .toList();
  }

  private static String text(Map<String, Object> values, SeatKey key, String field) {
    return (String) values.get(key.prefix() + field);
  }

  private String expand(String value) {
    if (value == null) {
      return null;
    }
    if (value.startsWith("long")) {
      return "a".repeat(Integer.parseInt(value.substring(4)) + 1);
    }
    Matcher unicode = Pattern.compile("\\\\u([0-9A-F]{4})").matcher(value);
    return unicode
        .replaceAll(hit -> String.valueOf((char) Integer.parseInt(hit.group(1), 16)))
        .translateEscapes()
        .replace("domain", body.mailDomains().get(0));
  }
}
