package br.gov.sp.prefeitura.redeinfo.workflow.form;

import br.gov.sp.prefeitura.redeinfo.workflow.form.Input.Kind;
import br.gov.sp.prefeitura.redeinfo.workflow.form.Input.Limits;
import br.gov.sp.prefeitura.redeinfo.workflow.form.Input.Options;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one input component of a form. */
final class InputParser {

  /** As the browser's form checks them. */
  private static final Pattern EMAIL = Pattern.compile("^[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@.]+$");

  private static final Pattern PHONE = Pattern.compile("^\\+?[0-9 ()./-]{8,25}$");

  /** Where a form sets no limit of its own. */
  private static final int LONGEST_LINE = 255;

  private static final int LONGEST_TEXT = 4000;

  private InputParser() {}

  static Input parse(JsonNode component, List<Condition> hiddenIf) {
    String key = component.path("key").asText();
    if (key.contains(".")) {
      throw new IllegalArgumentException("keys are plain names: " + key);
    }
    Kind kind = kind(component);
    return new Input(
        key, label(component, key), kind, isOpen(component), limits(component, kind), hiddenIf);
  }

  private static Kind kind(JsonNode component) {
    String type = component.path("type").asText();
    return switch (type) {
      case "textfield", "expression" -> Kind.LINE;
      case "textarea" -> Kind.TEXT;
      case "number" -> Kind.NUMBER;
      case "checkbox" -> Kind.CHECKBOX;
      case "radio", "select" -> Kind.CHOICE;
      case "checklist", "taglist" -> Kind.CHOICES;
      case "datetime" -> dateTime(component);
      default -> throw new IllegalArgumentException("input not supported: " + type);
    };
  }

  private static Kind dateTime(JsonNode component) {
    return switch (component.path("subtype").asText("date")) {
      case "date" -> Kind.DATE;
      case "time" -> Kind.TIME;
      default -> Kind.DATE_TIME;
    };
  }

  /** A label made by a template is not known here; the key then names the input. */
  private static String label(JsonNode component, String key) {
    String name = component.hasNonNull("dateLabel") ? "dateLabel" : "label";
    String label = component.path(name).asText("");
    return label.isBlank() || label.startsWith("=") || label.contains("{{") ? key : label;
  }

  /** An expression's value is computed in the browser, which is nobody's input. */
  private static boolean isOpen(JsonNode component) {
    JsonNode readOnly = component.path("readonly");
    if (readOnly.isTextual()) {
      throw new IllegalArgumentException("read-only must be fixed: " + readOnly.asText());
    }
    return !component.path("disabled").asBoolean()
        && !readOnly.asBoolean()
        && !component.path("type").asText().equals("expression");
  }

  private static Limits limits(JsonNode component, Kind kind) {
    JsonNode validate = component.path("validate");
    Integer maxLength = integer(validate, "maxLength");
    if (maxLength == null && kind == Kind.LINE) {
      maxLength = LONGEST_LINE;
    } else if (maxLength == null && kind == Kind.TEXT) {
      maxLength = LONGEST_TEXT;
    }
    return new Limits(
        validate.path("required").asBoolean(),
        integer(validate, "minLength"),
        maxLength,
        pattern(validate),
        number(validate, "min"),
        number(validate, "max"),
        component.path("serializeToString").asBoolean(),
        kind == Kind.CHOICE || kind == Kind.CHOICES ? options(component) : null);
  }

  private static Pattern pattern(JsonNode validate) {
    return switch (validate.path("validationType").asText("custom")) {
      case "email" -> EMAIL;
      case "phone" -> PHONE;
      default ->
          validate.path("pattern").asText("").isEmpty()
              ? null
              : Pattern.compile(validate.path("pattern").asText());
    };
  }

  private static Options options(JsonNode component) {
    if (component.hasNonNull("valuesKey")) {
      return new Options(List.of(), component.path("valuesKey").asText());
    }
    if (component.hasNonNull("valuesExpression")) {
      Condition expression = FeelParser.parse(component.path("valuesExpression").asText());
      if (expression instanceof Condition.Name name) {
        return new Options(List.of(), name.name());
      }
      throw new IllegalArgumentException("options come from a plain name");
    }
    List<Object> fixed = new ArrayList<>();
    component.path("values").forEach(option -> fixed.add(scalar(option.path("value"))));
    return new Options(fixed, null);
  }

  private static Object scalar(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue();
    }
    return value.isBoolean() ? (Object) value.booleanValue() : value.asText();
  }

  /** The modeler writes limits as numbers, and as text where they came from a text field. */
  private static Integer integer(JsonNode validate, String name) {
    Double value = number(validate, name);
    return value == null ? null : value.intValue();
  }

  private static Double number(JsonNode validate, String name) {
    JsonNode value = validate.path(name);
    return value.isMissingNode() || value.isNull() || value.asText().isBlank()
        ? null
        : (Double) Double.parseDouble(value.asText());
  }
}
