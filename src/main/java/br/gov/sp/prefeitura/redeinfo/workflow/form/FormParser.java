package br.gov.sp.prefeitura.redeinfo.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a {@code .form}. Only what the server can check is accepted: an unknown component, a
 * condition beyond {@link FeelParser} or a limit that is an expression makes the form invalid,
 * which fails the build and the start.
 */
public final class FormParser {

  /** Components that show something and take nothing in. */
  static final Set<String> SHOWING =
      Set.of("text", "html", "image", "table", "separator", "spacer", "button");

  /** Components that hold others. */
  static final Set<String> HOLDING = Set.of("group");

  /** What the form-js of this version of Tasklist can read. */
  private static final int SCHEMA_VERSION = 16;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Input> inputs = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final MentionedNames names = new MentionedNames();

  private FormParser() {}

  /**
   * @throws IllegalArgumentException if it is no form, or uses what the server cannot check
   */
  public static FormModel parse(byte[] content) {
    try {
      return new FormParser().read(JSON.readTree(content));
    } catch (IOException e) {
      throw new IllegalArgumentException("not a form: " + e.getMessage(), e);
    }
  }

  private FormModel read(JsonNode form) {
    if (form == null || !form.isObject()) {
      throw new IllegalArgumentException("not a form");
    }
    if (form.path("schemaVersion").asInt(SCHEMA_VERSION) > SCHEMA_VERSION) {
      throw new IllegalArgumentException("schemaVersion is at most " + SCHEMA_VERSION);
    }
    components(form, "", List.of());
    List<Input> labelled = withUniqueLabels();
    labelled.forEach(input -> names.add(input.key()));
    Conditions.requireCheckable(labelled);
    return new FormModel(form.path("id").asText(), labelled, names.all());
  }

  private void components(JsonNode parent, String group, List<Condition> hiddenAround) {
    for (JsonNode component : parent.path("components")) {
      List<Condition> hiddenIf = new ArrayList<>(hiddenAround);
      JsonNode hide = component.path("conditional").path("hide");
      if (!hide.isMissingNode() && !hide.asText().isBlank()) {
        hiddenIf.add(FeelParser.parse(hide.asText()));
      }
      names.collectFrom(component);
      component(component, group, hiddenIf);
    }
  }

  private void component(JsonNode component, String group, List<Condition> hiddenIf) {
    String type = component.path("type").asText();
    if (InputParser.TYPES.contains(type)) {
      inputs.add(InputParser.parse(component, hiddenIf));
      groups.add(group);
    } else if (HOLDING.contains(type)) {
      if (component.hasNonNull("path") || component.path("isRepeating").asBoolean()) {
        throw new IllegalArgumentException("groups with a path or repetition are not supported");
      }
      components(component, component.path("label").asText(""), hiddenIf);
    } else if (!SHOWING.contains(type)) {
      throw new IllegalArgumentException("component not supported: " + type);
    }
  }

  /** Where several inputs are labelled alike, their groups tell them apart in messages. */
  private List<Input> withUniqueLabels() {
    Set<String> keys = new HashSet<>();
    List<Input> labelled = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      if (!keys.add(input.key())) {
        throw new IllegalArgumentException("two inputs have the key " + input.key());
      }
      boolean alone =
          inputs.stream().filter(other -> other.label().equals(input.label())).count() == 1;
      labelled.add(
          alone || groups.get(i).isBlank()
              ? input
              : input.labelled(input.label() + " (" + groups.get(i) + ")"));
    }
    return labelled;
  }
}
