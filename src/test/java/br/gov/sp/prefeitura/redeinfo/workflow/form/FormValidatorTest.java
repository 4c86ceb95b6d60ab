package br.gov.sp.prefeitura.redeinfo.workflow.form;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The check of a submission against its form")
class FormValidatorTest {

  private static final FormModel FORM =
      form(
          """
          {"type": "textfield", "key": "line", "label": "Linha",
           "validate": {"minLength": 2, "maxLength": 10}},
          {"type": "textarea", "key": "text", "label": "Texto", "validate": {"maxLength": 12}},
          {"type": "textfield", "key": "free", "label": "Livre"},
          {"type": "textfield", "key": "act", "label": "Ato",
           "validate": {"pattern": "^[0-9]{4}/[0-9]$"}},
          {"type": "textfield", "key": "mail", "label": "E-mail",
           "validate": {"validationType": "email"}},
          {"type": "number", "key": "number", "label": "Número",
           "validate": {"min": -1.5, "max": 100}},
          {"type": "number", "key": "exact", "label": "Exato", "serializeToString": true},
          {"type": "checkbox", "key": "box", "label": "Caixa"},
          {"type": "datetime", "subtype": "date", "key": "day", "dateLabel": "Dia"},
          {"type": "datetime", "subtype": "time", "key": "hour", "timeLabel": "Hora",
           "timeSerializingFormat": "utc_offset", "timeInterval": 5},
          {"type": "datetime", "subtype": "time", "key": "clock", "timeLabel": "Relógio",
           "timeSerializingFormat": "no_timezone", "timeInterval": 60},
          {"type": "datetime", "subtype": "date", "key": "future", "dateLabel": "Prazo",
           "disallowPassedDates": true},
          {"type": "datetime", "subtype": "datetime", "key": "local", "dateLabel": "Local",
           "timeInterval": 1},
          {"type": "number", "key": "whole", "label": "Inteiro", "decimalDigits": 0},
          {"type": "number", "key": "money", "label": "Valor", "decimalDigits": 2,
           "increment": 0.5},
          {"type": "textfield", "key": "phone", "label": "Telefone",
           "validate": {"validationType": "phone"}},
          {"type": "datetime", "subtype": "datetime", "key": "moment", "dateLabel": "Momento",
           "timeSerializingFormat": "utc_normalized"},
          {"type": "select", "key": "one", "label": "Um", "values":
            [{"label": "A", "value": "a"}, {"label": "1", "value": 1}]},
          {"type": "select", "key": "dynamic", "label": "Dinâmico", "valuesKey": "bodies"},
          {"type": "taglist", "key": "dynamicMany", "label": "Vários",
           "valuesExpression": "=bodies"},
          {"type": "checklist", "key": "many", "label": "Muitos", "values":
            [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]},
          {"type": "textfield", "key": "locked", "label": "Fixo", "readonly": true,
           "validate": {"required": true}},
          {"type": "textfield", "key": "off", "label": "Desligado", "disabled": true},
          {"type": "expression", "key": "computed", "expression": "=1 + 1"}
          """);

  private static final Map<String, Object> SHOWN =
      Map.of("bodies", List.of(Map.of("label", "SVMA", "value", "svma"), "sme"));

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("line", "a", "form.too-short"),
        arguments("line", "12345678901", "form.too-long"),
        arguments("line", "a\nb", "form.characters"),
        arguments("line", "a\u0000b", "form.characters"),
        arguments("line", "a\u0007b", "form.characters"),
        arguments("line", "a\ud800b", "form.characters"),
        arguments("line", "a\u202eb", "form.characters"),
        arguments("line", "a\u2067b", "form.characters"),
        arguments("line", "a\u0085b", "form.characters"),
        arguments("line", 7, "form.type"),
        arguments("line", true, "form.type"),
        arguments("line", List.of("ab"), "form.type"),
        arguments("line", Map.of("a", "b"), "form.type"),
        arguments("line", new Object(), "form.type"),
        arguments("text", "1234567890123", "form.too-long"),
        arguments("text", "a\u0000", "form.characters"),
        arguments("text", 1.5, "form.type"),
        arguments("free", "x".repeat(256), "form.too-long"),
        arguments("act", "2017", "form.pattern"),
        arguments("act", "2017/12", "form.pattern"),
        arguments("act", "a2017/1", "form.pattern"),
        arguments("mail", "someone", "form.pattern"),
        arguments("mail", "a@b.", "form.pattern"),
        arguments("mail", "a b@c.d", "form.pattern"),
        arguments("mail", "@c.d", "form.pattern"),
        arguments("mail", "a@@c.d", "form.pattern"),
        arguments("number", "12", "form.type"),
        arguments("number", -2, "form.min"),
        arguments("number", 100.01, "form.max"),
        arguments("number", Double.NaN, "form.type"),
        arguments("number", Double.POSITIVE_INFINITY, "form.type"),
        arguments("number", Double.MAX_VALUE, "form.type"),
        arguments("number", new BigDecimal("1e999999999"), "form.type"),
        arguments("number", new BigDecimal("1e-999999999"), "form.type"),
        arguments("number", true, "form.type"),
        arguments("number", List.of(1), "form.type"),
        arguments("exact", "twelve", "form.type"),
        arguments("exact", "1e999999999", "form.type"),
        arguments("exact", "9".repeat(41), "form.type"),
        arguments("exact", "9".repeat(19), "form.type"),
        arguments("exact", "0x10", "form.type"),
        arguments("box", "true", "form.type"),
        arguments("box", 1, "form.type"),
        arguments("day", "31/12/2026", "form.date"),
        arguments("day", "2026-02-30", "form.date"),
        arguments("day", "2026-2-3", "form.date"),
        arguments("day", "1026-02-03", "form.date"),
        arguments("day", "+99999-01-01", "form.date"),
        arguments("day", "2026-02-03T10:00", "form.date"),
        arguments("day", 20260203, "form.date"),
        arguments("hour", "25:00", "form.time"),
        arguments("hour", "ten", "form.time"),
        arguments("hour", "10:30", "form.time"),
        arguments("hour", "10:30Z", "form.time"),
        arguments("hour", "10:30:00-03:00", "form.time"),
        arguments("hour", "10:31-03:00", "form.time"),
        arguments("hour", "10:30-25:00", "form.time"),
        arguments("hour", 1030, "form.time"),
        arguments("clock", "10:30", "form.time"),
        arguments("clock", "10:00Z", "form.time"),
        arguments("future", "2026-03-01", "form.past"),
        arguments("local", "2026-02-03 10:00", "form.date"),
        arguments("local", "2026-02-03T10:00Z", "form.date"),
        arguments("local", "T10:00", "form.date"),
        arguments("whole", 1.5, "form.whole-number"),
        arguments("money", 1.255, "form.decimals"),
        arguments("money", 1.25, "form.increment"),
        arguments("phone", "55 11 5555", "form.pattern"),
        arguments("phone", "+0551155555555", "form.pattern"),
        arguments("one", Double.NaN, "form.option"),
        arguments("one", new BigDecimal("1e-999999999"), "form.option"),
        arguments("many", Arrays.asList("a", null), "form.option"),
        arguments("moment", "2026-02-03", "form.date"),
        arguments("moment", "2026-02-03T25:00Z", "form.date"),
        arguments("moment", "0001-02-03T10:00Z", "form.date"),
        arguments("moment", "2026-02-03T10:00-03:00", "form.date"),
        arguments("one", "c", "form.option"),
        arguments("one", "A", "form.option"),
        arguments("one", "1", "form.option"),
        arguments("one", 2, "form.option"),
        arguments("one", List.of("a"), "form.option"),
        arguments("dynamic", "ses", "form.option"),
        arguments("dynamic", "SVMA", "form.option"),
        arguments("dynamicMany", List.of("svma", "ses"), "form.option"),
        arguments("many", "a", "form.type"),
        arguments("many", List.of("a", "c"), "form.option"),
        arguments("many", List.of("a", "a"), "form.option"),
        arguments("many", Collections.nCopies(1000, "a"), "form.option"),
        arguments("many", Map.of("a", "b"), "form.type"),
        arguments("unknown", "x", "form.unknown-input"),
        arguments("class", "x", "form.unknown-input"),
        arguments("__proto__", "x", "form.unknown-input"),
        arguments("line ", "ab", "form.unknown-inputs"),
        arguments("", "x", "form.unknown-inputs"),
        arguments("line.length", "x", "form.unknown-inputs"),
        arguments("${currentUser()}", "x", "form.unknown-inputs"),
        arguments("<script>", "x", "form.unknown-inputs"),
        arguments("k".repeat(5000), "x", "form.unknown-inputs"));
  }

  @ParameterizedTest(name = "{0} = {1} is {2}")
  @MethodSource("refused")
  @DisplayName("refuses what the form does not allow, naming the field")
  void refuses(String key, Object value, String code) {
    assertThatThrownBy(() -> check(FORM, Map.of(key, value)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
              assertThat(refusal.violations()).extracting(Violation::code).containsExactly(code);
              if (FORM.input(key).isPresent()) {
                assertThat(refusal.violations().get(0).field()).isEqualTo(key);
                assertThat(refusal.violations().get(0).args())
                    .startsWith(FORM.input(key).orElseThrow().label());
              }
            });
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        arguments("line", "aé💡", "aé💡"),
        arguments("line", "  ", null),
        arguments("text", "a\r\n\tb", "a\r\n\tb"),
        arguments("act", "2017/1", "2017/1"),
        arguments("mail", "ana.lima@prefeitura.example", "ana.lima@prefeitura.example"),
        arguments("number", 100, new BigDecimal("100")),
        arguments("number", -1.5, new BigDecimal("-1.5")),
        arguments("exact", "12.50", new BigDecimal("12.50")),
        arguments("exact", 3L, new BigDecimal("3")),
        arguments("box", true, true),
        arguments("box", false, false),
        arguments("day", "2026-12-31", "2026-12-31"),
        arguments("clock", "10:00", "10:00"),
        arguments("future", "2026-03-02", "2026-03-02"),
        arguments("local", "2026-12-31T23:59", "2026-12-31T23:59"),
        arguments("whole", 12.0, new BigDecimal("12.0")),
        arguments("money", 1.5, new BigDecimal("1.5")),
        arguments("phone", "+5511999999999", "+5511999999999"),
        arguments("line", "1234567890   ", "1234567890   "),
        arguments("hour", "10:30-03:00", "10:30-03:00"),
        arguments("moment", "2026-12-31T10:30Z", "2026-12-31T10:30Z"),
        arguments("one", "a", "a"),
        arguments("one", 1.0, new BigDecimal("1")),
        arguments("one", "", null),
        arguments("dynamic", "sme", "sme"),
        arguments("dynamicMany", List.of("svma", "sme"), List.of("svma", "sme")),
        arguments("many", List.of("b", "a"), List.of("b", "a")),
        arguments("many", List.of(), null),
        arguments("locked", "forged", null),
        arguments("off", "forged", null),
        arguments("computed", 2, null));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("accepted")
  @DisplayName("hands on what the form allows, and nothing of closed inputs")
  void accepts(String key, Object value, Object expected) {
    assertThat(check(FORM, Map.of(key, value)).get(key)).isEqualTo(expected);
  }

  @Test
  @DisplayName("asks for what is required, of visible inputs only")
  void required() {
    FormModel form =
        form(
            """
            {"type": "radio", "key": "choice", "label": "Decisão",
             "values": [{"value": "yes"}, {"value": "no"}], "validate": {"required": true}},
            {"type": "checkbox", "key": "sure", "label": "Certeza",
             "validate": {"required": true}},
            {"type": "group", "conditional": {"hide": "=choice != \\"no\\""}, "components": [
              {"type": "textfield", "key": "reason", "label": "Motivo",
               "validate": {"required": true}},
              {"type": "textfield", "key": "detail", "label": "Detalhe",
               "conditional": {"hide": "=asksDetail = false"},
               "validate": {"required": true}}]}
            """);
    assertThat(codes(form, Map.of(), Map.of()))
        .containsExactly(entry("choice", "form.required"), entry("sure", "form.required"));
    assertThat(codes(form, Map.of("choice", "no", "sure", false), Map.of("asksDetail", true)))
        .containsExactly(
            entry("sure", "form.required"),
            entry("reason", "form.required"),
            entry("detail", "form.required"));
    assertThat(codes(form, Map.of("choice", "no", "sure", true), Map.of("asksDetail", false)))
        .containsExactly(entry("reason", "form.required"));
    assertThat(
            FormValidator.check(
                form, Map.of("choice", "yes", "sure", true, "reason", "x"), given(Map.of())))
        .containsOnlyKeys("choice", "sure");
  }

  @Test
  @DisplayName("takes conditions from what the form showed, not from what was sent in its name")
  void shownNamesCannotBeForged() {
    FormModel form =
        form(
            """
            {"type": "textfield", "key": "reason", "label": "Motivo",
             "conditional": {"hide": "=optional = true"}, "validate": {"required": true}},
            {"type": "checkbox", "key": "locked", "label": "Fixo", "disabled": true},
            {"type": "textfield", "key": "other", "label": "Outro",
             "conditional": {"hide": "=locked = true"}, "validate": {"required": true}}
            """);
    assertThat(codes(form, Map.of("locked", true), Map.of("optional", false)))
        .containsExactly(entry("reason", "form.required"), entry("other", "form.required"));
  }

  @Test
  @DisplayName("does not ask for what the form shows unless something depends on it")
  void lazy() {
    assertThat(
            FormValidator.check(
                FORM,
                Map.of("line", "ab"),
                new Surroundings(FormValidatorTest::notNeeded, FormValidatorTest::notNeeded)))
        .containsEntry("line", "ab");
  }

  @Test
  @DisplayName("tells inputs of one label apart by the groups they are in")
  void labels() {
    FormModel form =
        form(
            """
            {"type": "group", "label": "Titular", "components": [
              {"type": "textfield", "key": "a", "label": "Nome", "validate": {"required": true}}]},
            {"type": "group", "label": "Suplente", "components": [
              {"type": "textfield", "key": "b", "label": "Nome", "validate": {"required": true}},
              {"type": "textfield", "key": "c", "label": "RF", "validate": {"required": true}}]}
            """);
    assertThatThrownBy(() -> check(form, Map.of()))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(violation -> violation.args().get(0))
                    .containsExactly("Nome (Titular)", "Nome (Suplente)", "RF"));
  }

  @Test
  @DisplayName("judges a pattern in time that grows with the text, however it is made")
  void noCatastrophe() {
    FormModel form =
        form(
            """
            {"type": "textarea", "key": "text", "label": "Texto",
             "validate": {"pattern": "^(a+)+$"}}
            """);
    assertThatThrownBy(() -> check(form, Map.of("text", "a".repeat(3_999) + "!")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  @DisplayName("treats null like nothing")
  void nulls() {
    Map<String, Object> nothing = new HashMap<>();
    FORM.inputs().forEach(input -> nothing.put(input.key(), null));
    assertThat(check(FORM, nothing)).isEmpty();
  }

  private static Map<String, Object> check(FormModel form, Map<String, Object> submitted) {
    return FormValidator.check(form, submitted, given(SHOWN));
  }

  static Surroundings given(Map<String, Object> shown) {
    return new Surroundings(() -> shown, () -> LocalDate.of(2026, 3, 2));
  }

  private static <T> T notNeeded() {
    throw new AssertionError("not needed");
  }

  private static List<Map.Entry<String, String>> codes(
      FormModel form, Map<String, Object> submitted, Map<String, Object> shown) {
    try {
      FormValidator.check(form, submitted, given(shown));
      return List.of();
    } catch (Refusal refusal) {
      return refusal.violations().stream()
          .map(violation -> entry(violation.field(), violation.code()))
          .toList();
    }
  }

  static FormModel form(String components) {
    return FormParser.parse(
        ("{\"id\": \"f\", \"components\": [" + components + "]}").getBytes(StandardCharsets.UTF_8));
  }
}
