package br.gov.sp.prefeitura.redeinfo.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every form and every submission. */
@Label("Whatever the form and the submission,")
class FormPropertiesTest {

  @Property(tries = 400)
  @Label("what the form allows passes, without what is closed or hidden")
  void allowedPasses(@ForAll("samples") List<Forms.Sample> samples) {
    Map<String, Object> accepted = check(samples, Forms.values(samples));
    samples.forEach(
        sample -> {
          String key = sample.component().path("key").asText();
          if (sample.closed() || sample.hidden()) {
            assertThat(accepted).doesNotContainKey(key);
          } else {
            assertThat(same(accepted.get(key), sample.value())).as(key).isTrue();
          }
        });
  }

  @Property(tries = 1000)
  @Label("nothing else gets in, and no exception but the refusal escapes")
  void nothingElse(
      @ForAll("samples") List<Forms.Sample> samples,
      @ForAll("anything") Object value,
      @ForAll("anything") Object other,
      @ForAll("keys") String key) {
    Map<String, Object> submitted = Forms.values(samples);
    submitted.put(samples.get(0).component().path("key").asText(), value);
    submitted.put(key, other);
    try {
      Map<String, Object> accepted = check(samples, submitted);
      assertThat(accepted.keySet()).isSubsetOf(Forms.values(samples).keySet());
      samples.forEach(sample -> requireAllowed(sample, accepted));
    } catch (Refusal refusal) {
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
      assertThat(refusal.violations()).isNotEmpty().allSatisfy(FormPropertiesTest::requireHarmless);
    }
  }

  @Property(tries = 500)
  @Label("a form that is none is refused in words, however it is broken")
  void brokenForms(@ForAll("samples") List<Forms.Sample> samples, @ForAll int at, @ForAll char by) {
    StringBuilder text = new StringBuilder("{\"components\": [");
    samples.forEach(
        sample -> text.append(text.length() > 16 ? "," : "").append(sample.component()));
    text.append("]}");
    text.setCharAt(Math.floorMod(at, text.length()), by);
    parsesOrRefuses(text.toString());
  }

  @Property(tries = 1000)
  @Label("a condition is read or refused, and reads the same from any text")
  void conditions(@ForAll("expressions") String expression) {
    try {
      Condition condition = FeelParser.parse("=" + expression);
      condition.holds(name -> name.length() % 2 == 0 ? name : null);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageNotContaining("Exception");
    }
    assertThatThrownBy(() -> FeelParser.parse("=" + "(".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<List<Forms.Sample>> samples() {
    return Forms.samples();
  }

  /** As JSON brings it, and worse: what a typed variable of the engine can hold. */
  @Provide
  Arbitrary<Object> anything() {
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(300).map(text -> (Object) text),
            Arbitraries.integers().map(number -> (Object) number),
            Arbitraries.doubles().map(number -> (Object) number),
            Arbitraries.of(
                true,
                false,
                Double.NaN,
                Float.NEGATIVE_INFINITY,
                new BigDecimal("1e999999999"),
                new BigDecimal("1e-999999999"),
                "1e999999999",
                "",
                "\u0000",
                "2026-02-30",
                "9".repeat(5_000),
                new byte[] {1},
                LocalDate.EPOCH,
                new Object()));
    Arbitrary<Object> lists = scalars.injectNull(0.1).list().ofMaxSize(5).map(list -> list);
    Arbitrary<Object> maps =
        Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), scalars)
            .ofMaxSize(3)
            .map(map -> (Object) map);
    return Arbitraries.oneOf(scalars, lists, maps, lists.list().ofMaxSize(2).map(list -> list))
        .injectNull(0.05);
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(80),
        Arbitraries.of("key0", "key1", "class", "__proto__", "${x}", "key0.class", "decision"));
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.of(
            "flag", "x1", "and", "or", "not", "(", ")", "=", "!=", "<", "<=", ">", ">=", "\"a\"",
            "\"", "\\", "1", "-2.5", "null", "true", "in", "[", "..", "\n", "é", " ")
        .list()
        .ofMaxSize(12)
        .map(words -> String.join(" ", words));
  }

  private static Map<String, Object> check(
      List<Forms.Sample> samples, Map<String, Object> submitted) {
    return FormValidator.check(
        Forms.model(samples), submitted, FormValidatorTest.given(Map.of("hides", true)));
  }

  /** What was accepted is the one value that the random limits leave room for, or nothing. */
  private static void requireAllowed(Forms.Sample sample, Map<String, Object> accepted) {
    Object value = accepted.get(sample.component().path("key").asText());
    if (sample.closed() || sample.hidden()) {
      assertThat(value).isNull();
    } else if (value != null) {
      assertThat(value).isInstanceOfAny(kind(sample));
      if (value instanceof String text) {
        assertThat(text.length()).isLessThanOrEqualTo(200);
      }
    } else {
      assertThat(sample.component().path("validate").path("required").asBoolean()).isFalse();
    }
  }

  private static Class<?> kind(Forms.Sample sample) {
    return switch (sample.component().path("type").asText()) {
      case "number" -> BigDecimal.class;
      case "checkbox" -> Boolean.class;
      case "checklist", "taglist" -> Collection.class;
      default -> String.class;
    };
  }

  private static boolean same(Object accepted, Object submitted) {
    return submitted instanceof BigDecimal number
        ? number.compareTo((BigDecimal) accepted) == 0
        : submitted.equals(accepted);
  }

  /** What is told of a key that the form does not have can be shown anywhere. */
  private static void requireHarmless(Violation violation) {
    assertThat(violation.field() == null ? "" : violation.field()).matches("\\w{0,60}");
    Map<String, Object> words = new HashMap<>();
    violation.args().forEach(arg -> words.put(arg.toString(), arg));
    assertThat(words.keySet()).allMatch(word -> word.length() <= 60);
  }

  private static void parsesOrRefuses(String form) {
    try {
      FormParser.parse(form.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
