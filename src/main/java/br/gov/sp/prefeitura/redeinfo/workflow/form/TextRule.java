package br.gov.sp.prefeitura.redeinfo.workflow.form;

import com.google.re2j.Pattern;
import java.util.Collection;
import java.util.Map;

/**
 * A text. Lengths are counted as the browser's form counts them, without the white space around;
 * what is around may not exceed the longest text either.
 *
 * @param severalLines whether line breaks are allowed
 * @param minLength or {@code null}
 * @param maxLength in UTF-16 units, as browsers count
 * @param pattern that must be found in it, or {@code null}; matched in linear time, so that no text
 *     makes the server think for long
 */
record TextRule(boolean severalLines, Integer minLength, int maxLength, Pattern pattern)
    implements ValueRule {

  /** White space around a text that is not counted, at most. */
  private static final int MARGIN = 100;

  @Override
  public Verdict judge(Object value, Surroundings surroundings) {
    if (!(value instanceof String text)) {
      return Verdict.refused("form.type");
    }
    if (text.length() > maxLength + MARGIN || text.strip().length() > maxLength) {
      return Verdict.refused("form.too-long", maxLength);
    }
    if (!Characters.allowed(text, severalLines)) {
      return Verdict.refused("form.characters");
    }
    if (minLength != null && text.strip().length() < minLength) {
      return Verdict.refused("form.too-short", minLength);
    }
    if (pattern != null && !pattern.matcher(text).find()) {
      return Verdict.refused("form.pattern");
    }
    return Verdict.accepted(text);
  }

  @Override
  public Object asConditionsSee(Object value) {
    return value == null || value instanceof Collection || value instanceof Map
        ? ""
        : value.toString();
  }
}
