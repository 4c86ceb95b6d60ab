package br.gov.sp.prefeitura.redeinfo.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What a person submitted with a task's form, for the task's {@code complete} listener. The values
 * have passed the form guard: only inputs of the form that were visible and open, each of its
 * input's type. They live on the task until the command ends and are never stored by the engine;
 * the listener moves them to the module's tables.
 */
public final class Submission {

  private final String person;
  private final Map<String, Object> values;

  private Submission(String person, Map<String, Object> values) {
    this.person = person;
    this.values = values;
  }

  /** Reads the task's own variables; process variables are no submission. */
  public static Submission of(DelegateTask task) {
    return new Submission(task.getAssignee(), new TreeMap<>(task.getVariablesLocal()));
  }

  /** User name of the person who completed the task. */
  public String person() {
    return person;
  }

  /** Whether there is a value; an empty text is none. */
  public boolean has(String key) {
    Object value = values.get(key);
    return value != null && !(value instanceof String text && text.isBlank());
  }

  /** The text without white space around it, or {@code null} if it is blank or not there. */
  public String text(String key) {
    return has(key) ? values.get(key).toString().strip() : null;
  }

  /** Whether a box is checked. */
  public boolean flag(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }

  /** The number, or {@code null}. */
  public BigDecimal number(String key) {
    return has(key) ? new BigDecimal(values.get(key).toString()) : null;
  }

  /** The chosen values of a checklist or tag list, in the order of choice. */
  public List<String> choices(String key) {
    List<String> choices = new ArrayList<>();
    if (values.get(key) instanceof Collection<?> chosen) {
      chosen.forEach(choice -> choices.add(choice.toString()));
    }
    return choices;
  }

  /** Keys only: what was typed belongs in no log. */
  @Override
  public String toString() {
    return "Submission" + values.keySet();
  }
}
