package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.math.BigDecimal;

/** Reads numbers that came from outside. */
final class Numbers {

  /** More characters than any number that is accepted needs. */
  private static final int LONGEST = 40;

  private Numbers() {}

  /** The number, or {@code null} if it is none, not finite, or written at excessive length. */
  static BigDecimal read(Object value) {
    String written = value.toString();
    if (written.length() > LONGEST) {
      return null;
    }
    try {
      return new BigDecimal(written);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** 1, 1.0 and 1L are one number; the text "1" is another value. */
  static boolean same(Object one, Object other) {
    if (one instanceof Number && other instanceof Number) {
      BigDecimal first = read(one);
      BigDecimal second = read(other);
      return first != null && second != null && first.compareTo(second) == 0;
    }
    boolean scalar = one instanceof String || one instanceof Boolean;
    return scalar && one.equals(other);
  }
}
