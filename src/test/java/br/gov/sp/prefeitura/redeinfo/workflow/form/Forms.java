package br.gov.sp.prefeitura.redeinfo.workflow.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Forms at random, each input with values that it allows. */
final class Forms {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Forms() {}

  /**
   * An input as it stands in the file, and a value that it takes.
   *
   * @param closed whether people may not change it
   * @param hidden whether its condition hides it
   */
  record Sample(ObjectNode component, Object value, boolean closed, boolean hidden) {}

  /** Some inputs with keys of their own. */
  static Arbitrary<List<Sample>> samples() {
    return sample().list().ofMinSize(1).ofMaxSize(8).map(Forms::withKeys);
  }

  static FormModel model(List<Sample> samples) {
    ObjectNode form = JSON.createObjectNode().put("id", "f").put("schemaVersion", 16);
    ArrayNode components = form.putArray("components");
    samples.forEach(sample -> components.add(sample.component()));
    return FormParser.parse(form.toString().getBytes(StandardCharsets.UTF_8));
  }

  static Map<String, Object> values(List<Sample> samples) {
    Map<String, Object> values = new LinkedHashMap<>();
    samples.forEach(sample -> values.put(sample.component().path("key").asText(), sample.value()));
    return values;
  }

  private static List<Sample> withKeys(List<Sample> samples) {
    List<Sample> keyed = new ArrayList<>();
    for (Sample sample : samples) {
      ObjectNode component = sample.component().deepCopy();
      component.put("key", "key" + keyed.size());
      keyed.add(new Sample(component, sample.value(), sample.closed(), sample.hidden()));
    }
    return keyed;
  }

  private static Arbitrary<Sample> sample() {
    Arbitrary<Sample> any =
        Arbitraries.oneOf(text("textfield"), text("textarea"), number(), box(), choice(), moment());
    return Combinators.combine(
            any, Arbitraries.of(true, false), Arbitraries.integers().between(0, 5))
        .as(Forms::placed);
  }

  /** Required or not; one of six is read-only, one hidden by a condition. */
  private static Sample placed(Sample sample, boolean required, int place) {
    ObjectNode component = sample.component().deepCopy();
    ObjectNode validate = component.withObject("/validate");
    validate.put("required", required);
    if (place == 0) {
      component.put("readonly", true);
    }
    if (place == 1) {
      component.putObject("conditional").put("hide", "=hides");
    }
    return new Sample(component, sample.value(), place == 0, place == 1);
  }

  private static Arbitrary<Sample> text(String type) {
    return Arbitraries.strings()
        .withChars("abc éç-0\uD83D\uDCA1")
        .ofMinLength(1)
        .ofMaxLength(30)
        .filter(text -> !text.isBlank() && Characters.allowed(text, false))
        .map(
            text -> {
              ObjectNode component = component(type);
              int length = text.strip().length();
              component.putObject("validate").put("minLength", length).put("maxLength", length);
              return new Sample(component, text, false, false);
            });
  }

  private static Arbitrary<Sample> number() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
        .ofScale(3)
        .map(
            number -> {
              ObjectNode component = component("number").put("decimalDigits", 3);
              component.putObject("validate").put("min", number).put("max", number);
              return new Sample(component, number, false, false);
            });
  }

  private static Arbitrary<Sample> box() {
    return Arbitraries.just(new Sample(component("checkbox"), true, false, false));
  }

  private static Arbitrary<Sample> choice() {
    return Combinators.combine(
            Arbitraries.of("radio", "select", "checklist", "taglist"),
            Arbitraries.strings()
                .alpha()
                .ofMinLength(1)
                .ofMaxLength(5)
                .set()
                .ofMinSize(1)
                .ofMaxSize(5))
        .as(
            (type, options) -> {
              ObjectNode component = component(type);
              ArrayNode values = component.putArray("values");
              options.forEach(option -> values.addObject().put("value", option));
              boolean several = type.endsWith("list");
              Object value = several ? List.copyOf(options) : options.iterator().next();
              return new Sample(component, value, false, false);
            });
  }

  private static Arbitrary<Sample> moment() {
    return Combinators.combine(
            Arbitraries.of("date", "time", "datetime"),
            Arbitraries.longs().between(-20_000, 80_000),
            Arbitraries.integers().between(0, 95))
        .as(
            (subtype, day, quarter) -> {
              LocalDate date = LocalDate.ofEpochDay(day);
              LocalTime time = LocalTime.of(quarter / 4, quarter % 4 * 15);
              String value =
                  switch (subtype) {
                    case "date" -> date.toString();
                    case "time" -> time.toString();
                    default -> date + "T" + time;
                  };
              return new Sample(component("datetime").put("subtype", subtype), value, false, false);
            });
  }

  private static ObjectNode component(String type) {
    return JSON.createObjectNode().put("type", type).put("label", "Campo");
  }
}
