package br.gov.sp.prefeitura.redeinfo.workflow.form;

import br.gov.sp.prefeitura.redeinfo.workflow.form.Input.Mode;
import br.gov.sp.prefeitura.redeinfo.workflow.form.MomentRule.TimeFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one input component of a form. */
final class InputParser {

  /** What components of these types hold is submitted under their key. */
  static final Set<String> TYPES =
      Set.of(
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "radio",
          "select",
          "checklist",
          "taglist",
          "datetime",
          "expression");

  /** A name that conditions can mention and messages can repeat. */
  static final java.util.regex.Pattern KEY = java.util.regex.Pattern.compile("[A-Za-z_]\\w{0,59}");

  /** An address as the HTML standard defines it for inputs of type "email". */
  private static final Pattern EMAIL =
      Pattern.compile(
          "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");

  /** An international number (E.164), which is what the browser's form asks for. */
  private static final Pattern PHONE = Pattern.compile("^(?:\\+|00)[1-9][0-9]{6,14}$");

  /** Where a form sets no limit of its own. */
  private static final int LONGEST_LINE = 255;

  private static final int LONGEST_TEXT = 4000;

  /** The browser's form offers every quarter of an hour unless told another of these. */
  private static final Set<Integer> INTERVALS = Set.of(1, 5, 10, 15, 30, 60);

  private static final int INTERVAL = 15;

  private InputParser() {}

  /**
   * @throws IllegalArgumentException if it asks for what the server cannot check
   */
  static Input parse(JsonNode component, List<Condition> hiddenIf) {
    String key = component.path("key").asText();
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("a key is a plain name: " + key);
    }
    Properties validate = new Properties(component.path("validate"));
    return new Input(
        key,
        label(component, key),
        mode(component),
        initial(component),
        validate.flag("required"),
        rule(component, validate),
        hiddenIf);
  }

  private static ValueRule rule(JsonNode component, Properties validate) {
    String type = component.path("type").asText();
    return switch (type) {
      case "textfield", "expression" -> text(validate, false, LONGEST_LINE);
      case "textarea" -> text(validate, true, LONGEST_TEXT);
      case "number" -> number(new Properties(component), validate);
      case "checkbox" -> new CheckboxRule();
      case "radio", "select" -> choice(component, false);
      case "checklist", "taglist" -> choice(component, true);
      case "datetime" -> moment(new Properties(component));
      default -> throw new IllegalArgumentException("input not supported: " + type);
    };
  }

  private static TextRule text(Properties validate, boolean severalLines, int longest) {
    Integer maxLength = validate.integer("maxLength");
    return new TextRule(
        severalLines,
        validate.integer("minLength"),
        maxLength == null ? longest : maxLength,
        pattern(validate));
  }

  private static Pattern pattern(Properties validate) {
    String type = validate.text("validationType", "custom");
    String pattern = validate.text("pattern", "");
    try {
      return switch (type) {
        case "email" -> EMAIL;
        case "phone" -> PHONE;
        case "custom", "" -> pattern.isEmpty() ? null : Pattern.compile(pattern);
        default -> throw new IllegalArgumentException("validation not supported: " + type);
      };
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("pattern not supported: " + pattern, e);
    }
  }

  private static NumberRule number(Properties component, Properties validate) {
    return new NumberRule(
        validate.number("min"),
        validate.number("max"),
        component.integer("decimalDigits"),
        component.number("increment"),
        component.flag("serializeToString"));
  }

  private static MomentRule moment(Properties component) {
    String subtype = component.text("subtype", "date");
    TimeFormat format =
        switch (component.text("timeSerializingFormat", "no_timezone")) {
          case "utc_offset" -> TimeFormat.UTC_OFFSET;
          case "utc_normalized" -> TimeFormat.UTC_NORMALIZED;
          case "no_timezone" -> TimeFormat.NO_TIMEZONE;
          default -> throw new IllegalArgumentException("time format not supported");
        };
    Integer asked = component.integer("timeInterval");
    int interval = asked != null && INTERVALS.contains(asked) ? asked : INTERVAL;
    boolean notPast = component.flag("disallowPassedDates");
    return switch (subtype) {
      case "date" -> new MomentRule(true, null, interval, notPast);
      case "time" -> new MomentRule(false, format, interval, false);
      case "datetime" -> new MomentRule(true, format, interval, notPast);
      default -> throw new IllegalArgumentException("subtype not supported: " + subtype);
    };
  }

  private static ChoiceRule choice(JsonNode component, boolean several) {
    if (component.hasNonNull("valuesKey")) {
      return new ChoiceRule(several, List.of(), listName(component.path("valuesKey").asText()));
    }
    if (component.hasNonNull("valuesExpression")) {
      Condition expression = FeelParser.parse(component.path("valuesExpression").asText());
      if (expression instanceof Condition.Name name) {
        return new ChoiceRule(several, List.of(), name.name());
      }
      throw new IllegalArgumentException("options come from a plain name");
    }
    List<Object> fixed = new ArrayList<>();
    component.path("values").forEach(option -> fixed.add(scalar(option.path("value"))));
    return new ChoiceRule(several, fixed, null);
  }

  private static String listName(String name) {
    if (!KEY.matcher(name).matches()) {
      throw new IllegalArgumentException("options come from a plain name: " + name);
    }
    return name;
  }

  private static Object scalar(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw new IllegalArgumentException("an option is a text, a number or a boolean: " + value);
    }
    return value.asText();
  }

  /** A label made by a template is not known here; the key then names the input. */
  private static String label(JsonNode component, String key) {
    for (String property : List.of("dateLabel", "timeLabel", "label")) {
      String label = component.path(property).asText("").strip();
      if (!label.isEmpty() && !label.startsWith("=") && !label.contains("{{")) {
        return label;
      }
    }
    return key;
  }

  private static Mode mode(JsonNode component) {
    Properties properties = new Properties(component);
    if (component.path("type").asText().equals("expression")) {
      return Mode.COMPUTED;
    }
    return properties.flag("disabled") || properties.flag("readonly") ? Mode.CLOSED : Mode.OPEN;
  }

  private static Object initial(JsonNode component) {
    JsonNode value = component.path("defaultValue");
    if (value.isNumber()) {
      return value.decimalValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return value.isTextual() ? value.asText() : null;
  }
}
