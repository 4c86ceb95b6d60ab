package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.math.BigDecimal;

/**
 * A number. What the form does not limit is {@code null}.
 *
 * @param decimalDigits at most so many digits after the point
 * @param increment the number is a multiple of this
 * @param asText whether the form sends the number as text
 */
record NumberRule(
    BigDecimal min, BigDecimal max, Integer decimalDigits, BigDecimal increment, boolean asText)
    implements ValueRule {

  /** Before and after the point; more than any amount people type, and quick to compute with. */
  private static final int MOST_DIGITS = 18;

  @Override
  public Verdict judge(Object value, Surroundings surroundings) {
    BigDecimal number =
        value instanceof Number || asText && value instanceof String ? Numbers.read(value) : null;
    if (number == null
        || number.scale() > MOST_DIGITS
        || number.precision() - number.scale() > MOST_DIGITS) {
      return Verdict.refused("form.type");
    }
    if (min != null && number.compareTo(min) < 0) {
      return Verdict.refused("form.min", min.toPlainString());
    }
    if (max != null && number.compareTo(max) > 0) {
      return Verdict.refused("form.max", max.toPlainString());
    }
    if (decimalDigits != null && number.stripTrailingZeros().scale() > decimalDigits) {
      return decimalDigits == 0
          ? Verdict.refused("form.whole-number")
          : Verdict.refused("form.decimals", decimalDigits);
    }
    if (increment != null && number.remainder(increment).signum() != 0) {
      return Verdict.refused("form.increment", increment.toPlainString());
    }
    return Verdict.accepted(number);
  }

  @Override
  public Object asConditionsSee(Object value) {
    BigDecimal number =
        value instanceof Number || value instanceof String ? Numbers.read(value) : null;
    if (number == null) {
      return null;
    }
    return asText ? (Object) value.toString() : number;
  }
}
