package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A form as far as the server needs it. Immutable; made by {@link FormParser}. */
public final class FormModel {

  private final String id;
  private final Map<String, Input> inputs = new LinkedHashMap<>();
  private final Set<String> names;

  FormModel(String id, List<Input> inputs, Set<String> names) {
    this.id = id;
    inputs.forEach(input -> this.inputs.put(input.key(), input));
    this.names = Set.copyOf(names);
  }

  public String id() {
    return id;
  }

  /**
   * Every name the form mentions: its inputs, and what its texts, tables and conditions show.
   * Nothing else is sent to it.
   */
  public Set<String> names() {
    return names;
  }

  /** In the order of the form. */
  List<Input> inputs() {
    return List.copyOf(inputs.values());
  }

  Optional<Input> input(String key) {
    return Optional.ofNullable(inputs.get(key));
  }
}
