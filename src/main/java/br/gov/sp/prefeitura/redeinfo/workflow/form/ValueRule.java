package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.util.Collection;

/**
 * What the values of one kind of input must keep to. Pure: the same value in the same surroundings
 * is judged alike, and no value, whatever its class, makes it throw.
 */
sealed interface ValueRule permits TextRule, NumberRule, CheckboxRule, MomentRule, ChoiceRule {

  /**
   * Judges a value that is not empty.
   *
   * @param value as it arrived, of any class
   */
  Verdict judge(Object value, Surroundings surroundings);

  /**
   * What conditions see of this value, which is what the form in the browser makes of it: nothing
   * in a text is the empty text, anything but true in a box is false.
   */
  Object asConditionsSee(Object value);

  /** Whether nothing was put in. Blank counts as nothing, which is how listeners read it. */
  default boolean isEmpty(Object value) {
    return value == null
        || value instanceof String text && text.isBlank()
        || value instanceof Collection<?> list && list.isEmpty();
  }

  /** Whether nothing that satisfies "required" was put in. */
  default boolean isMissing(Object value) {
    return isEmpty(value);
  }
}
