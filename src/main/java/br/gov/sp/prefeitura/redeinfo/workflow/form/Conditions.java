package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * What the conditions of a form must keep to together, so that the server can check them. In the
 * browser a hidden input keeps what was typed, and conditions still see it, but it is not sent. So
 * a condition may depend on an input only where that input is visible.
 */
final class Conditions {

  private final Map<String, Input> inputs = new HashMap<>();

  private Conditions(Collection<Input> inputs) {
    inputs.forEach(input -> this.inputs.put(input.key(), input));
  }

  /**
   * @throws IllegalArgumentException if one depends on a value that the server does not get to
   *     know, or on a list, which the browser compares in its own way
   */
  static void requireCheckable(Collection<Input> inputs) {
    Conditions conditions = new Conditions(inputs);
    inputs.forEach(
        input -> input.hiddenIf().forEach(condition -> conditions.require(input, condition)));
  }

  private void require(Input input, Condition condition) {
    for (String name : condition.names()) {
      Input named = inputs.get(name);
      if (named != null && !isKnownTo(input, named, condition)) {
        throw new IllegalArgumentException(
            "the condition of " + input.key() + " cannot depend on " + name);
      }
    }
  }

  private static boolean isKnownTo(Input input, Input named, Condition condition) {
    if (named.isComputed() || named.rule() instanceof ChoiceRule choice && choice.several()) {
      return false;
    }
    // Where the named input is hidden, so must this one be, by the same conditions.
    return !named.open()
        || !named.hiddenIf().contains(condition)
            && new HashSet<>(input.hiddenIf()).containsAll(named.hiddenIf());
  }
}
