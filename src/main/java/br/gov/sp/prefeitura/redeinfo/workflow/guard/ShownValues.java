package br.gov.sp.prefeitura.redeinfo.workflow.guard;

import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the module behind a process what the form of a task shows. */
@Component
class ShownValues {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Looked up when first needed: the modules' implementations need the engine themselves. */
  private final ObjectProvider<TaskFormData> sources;

  ShownValues(ObjectProvider<TaskFormData> sources) {
    this.sources = sources;
  }

  /** Empty if no module serves the process. */
  Map<String, Object> of(CommandContext context, TaskEntity task, String userId) {
    String processKey = task.getProcessDefinition().getKey();
    TaskFormRequest request =
        new TaskFormRequest(
            task.getId(),
            task.getTaskDefinitionKey(),
            task.getProcessInstance().getBusinessKey(),
            userId);
    return sources.stream()
        .filter(source -> source.processKey().equals(processKey))
        .findFirst()
        .map(source -> context.runWithoutAuthorization(() -> source.dataFor(request)))
        .orElse(Map.of());
  }

  /** The values as the form in the browser has them, which is what its conditions work with. */
  static Map<String, Object> plain(Map<String, Object> values) {
    Map<String, Object> plain = new HashMap<>();
    values.forEach((name, value) -> plain.put(name, plain(value)));
    return plain;
  }

  private static Object plain(Object value) {
    if (value instanceof Collection || value instanceof Map) {
      return JSON.convertValue(value, Object.class);
    }
    boolean asItIs = value == null || value instanceof Boolean || value instanceof Number;
    return asItIs ? value : value.toString();
  }

  /** Lists and tables travel as JSON, which is how Tasklist reads them. */
  static TypedValue typed(Object value) {
    if (value == null) {
      return Variables.untypedNullValue();
    }
    if (value instanceof Collection || value instanceof Map) {
      try {
        return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("a form shows plain values only", e);
      }
    }
    if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
      return Variables.untypedValue(value);
    }
    return value instanceof Number number
        ? Variables.doubleValue(number.doubleValue())
        : Variables.stringValue(value.toString());
  }
}
