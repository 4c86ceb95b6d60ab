package br.gov.sp.prefeitura.redeinfo.workflow.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The table {@code forms/conditions.json}: conditions, and whether they hide. It becomes one form
 * with an input per case, which the server judges and the browser shows.
 */
public final class ConditionCases {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode table;

  private ConditionCases(JsonNode table) {
    this.table = table;
  }

  public static ConditionCases read() {
    try (InputStream file = ConditionCases.class.getResourceAsStream("/forms/conditions.json")) {
      return new ConditionCases(JSON.readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (JsonNode line : table.path("cases")) {
      cases.add(new Case("case" + cases.size(), line.get(0).asText(), line.get(1).asBoolean()));
    }
    return cases;
  }

  /** Expressions that forms may not use. */
  public List<String> refused() {
    List<String> refused = new ArrayList<>();
    table.path("refused").forEach(expression -> refused.add(expression.asText()));
    return refused;
  }

  /** What the form is given. */
  public Map<String, Object> values() {
    return JSON.convertValue(table.path("values"), new TypeReference<>() {});
  }

  /** The form: the table's inputs, then a required one for each case. */
  public String form(String id) {
    ObjectNode form = JSON.createObjectNode().put("id", id).put("type", "default");
    form.put("schemaVersion", 16);
    ArrayNode components = form.putArray("components");
    for (JsonNode input : table.path("inputs")) {
      ObjectNode component = input.deepCopy();
      components.add(component.put("id", "Field_" + component.path("key").asText()));
    }
    for (Case one : cases()) {
      ObjectNode component = components.addObject().put("type", "textfield");
      component.put("key", one.key()).put("id", "Field_" + one.key()).put("label", one.key());
      component.putObject("conditional").put("hide", one.expression());
      component.putObject("validate").put("required", true);
    }
    return form.toString();
  }

  public record Case(String key, String expression, boolean hides) {}
}
