package br.gov.sp.prefeitura.redeinfo.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code .form}. Only what the server can check is accepted: an unknown component or a
 * condition beyond {@link FeelParser} makes the form invalid, which fails the start.
 */
final class FormParser {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SHOWING =
      Set.of("text", "html", "image", "table", "separator", "spacer", "button");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

  private final List<Input> inputs = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();

  private FormParser() {}

  /**
   * @throws IllegalArgumentException if it is no form, or uses what the server cannot check
   */
  static FormModel parse(byte[] content) {
    try {
      JsonNode form = JSON.readTree(content);
      FormParser parser = new FormParser();
      parser.components(form, List.of());
      parser.inputs.forEach(input -> parser.names.add(input.key()));
      return new FormModel(form.path("id").asText(), parser.inputs, parser.names);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a form: " + e.getMessage(), e);
    }
  }

  private void components(JsonNode parent, List<Condition> hiddenAround) {
    for (JsonNode component : parent.path("components")) {
      List<Condition> hiddenIf = new ArrayList<>(hiddenAround);
      String hide = component.path("conditional").path("hide").asText("");
      if (!hide.isBlank()) {
        hiddenIf.add(FeelParser.parse(hide));
      }
      collectNames(component);
      String type = component.path("type").asText();
      if (type.equals("group")) {
        if (component.hasNonNull("path")) {
          throw new IllegalArgumentException("groups with a path are not supported");
        }
        components(component, hiddenIf);
      } else if (component.hasNonNull("key") && !SHOWING.contains(type)) {
        add(InputParser.parse(component, hiddenIf));
      } else if (!SHOWING.contains(type)) {
        throw new IllegalArgumentException("component not supported: " + type);
      }
    }
  }

  private void add(Input input) {
    if (inputs.stream().anyMatch(other -> other.key().equals(input.key()))) {
      throw new IllegalArgumentException("two inputs have the key " + input.key());
    }
    inputs.add(input);
  }

  /** Names in the component's own expressions and templates; a superset does no harm. */
  private void collectNames(JsonNode component) {
    component
        .fields()
        .forEachRemaining(
            property -> {
              if (!property.getKey().equals("components")) {
                collectFrom(property.getKey(), property.getValue());
              }
            });
  }

  private void collectFrom(String property, JsonNode value) {
    if (value.isTextual()) {
      String text = value.asText();
      if (text.startsWith("=")) {
        addNames(text);
      } else if (property.equals("valuesKey")) {
        names.add(text);
      }
      Matcher template = TEMPLATE.matcher(text);
      while (template.find()) {
        addNames(template.group(1));
      }
    } else {
      value.fields().forEachRemaining(field -> collectFrom(field.getKey(), field.getValue()));
      if (value.isArray()) {
        value.forEach(element -> collectFrom(property, element));
      }
    }
  }

  private void addNames(String expression) {
    Matcher name = NAME.matcher(expression);
    while (name.find()) {
      names.add(name.group());
    }
  }
}
