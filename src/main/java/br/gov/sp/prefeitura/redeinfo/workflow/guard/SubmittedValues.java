package br.gov.sp.prefeitura.redeinfo.workflow.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Turns what arrived into plain values: text, numbers, booleans, lists. Nothing is ever
 * deserialised into a class that the sender names; serialised values are read as JSON or not at
 * all.
 */
final class SubmittedValues {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Stands for a value of no acceptable type; no input takes it. */
  private static final Object UNREADABLE = new Object();

  private SubmittedValues() {}

  static Map<String, Object> plain(Map<String, Object> submitted) {
    Map<String, Object> plain = new HashMap<>();
    if (submitted instanceof VariableMap variables) {
      variables.keySet().forEach(key -> plain.put(key, read(variables.getValueTyped(key))));
    } else if (submitted != null) {
      submitted.forEach(
          (key, value) -> plain.put(key, value instanceof TypedValue typed ? read(typed) : value));
    }
    return plain;
  }

  private static Object read(TypedValue value) {
    if (!(value instanceof SerializableValue serializable)) {
      return value == null ? null : value.getValue();
    }
    if (serializable.isDeserialized()) {
      return serializable.getValue();
    }
    String json = serializable.getValueSerialized();
    try {
      return json == null ? null : JSON.readValue(json, Object.class);
    } catch (JsonProcessingException e) {
      return UNREADABLE;
    }
  }
}
