package br.gov.sp.prefeitura.redeinfo.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that the expressions and templates of a form mention. Words of an expression that are
 * no names are taken for some: a superset does no harm, because only what the module gives for this
 * form can be shown under them.
 */
final class MentionedNames {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

  private final Set<String> names = new TreeSet<>();

  Set<String> all() {
    return names;
  }

  void add(String name) {
    names.add(name);
  }

  /** Collects from the component itself, not from those it holds. */
  void collectFrom(JsonNode component) {
    component
        .fields()
        .forEachRemaining(
            property -> {
              if (!property.getKey().equals("components")) {
                collect(property.getKey(), property.getValue());
              }
            });
  }

  private void collect(String property, JsonNode value) {
    if (value.isTextual()) {
      collect(property, value.asText());
    } else {
      value.fields().forEachRemaining(field -> collect(field.getKey(), field.getValue()));
      if (value.isArray()) {
        value.forEach(element -> collect(property, element));
      }
    }
  }

  private void collect(String property, String text) {
    if (text.startsWith("=")) {
      addWords(text);
    } else if (property.equals("valuesKey")) {
      names.add(text);
    }
    Matcher template = TEMPLATE.matcher(text);
    while (template.find()) {
      addWords(template.group(1));
    }
  }

  private void addWords(String expression) {
    Matcher name = NAME.matcher(expression);
    while (name.find()) {
      names.add(name.group());
    }
  }
}
