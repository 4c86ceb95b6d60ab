package br.gov.sp.prefeitura.redeinfo.training.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/** Lengths as people say them, in hours and halves, and as they are kept, in minutes. */
final class Hours {

  private static final BigDecimal LEAST = new BigDecimal("0.5");
  private static final BigDecimal MOST = new BigDecimal("100");
  private static final BigDecimal MINUTES = new BigDecimal(60);

  private Hours() {}

  /** In minutes; empty if it is no number of half hours between 0.5 and 100. */
  static OptionalInt minutes(BigDecimal hours) {
    boolean wrong =
        hours == null
            || hours.compareTo(LEAST) < 0
            || hours.compareTo(MOST) > 0
            || hours.remainder(LEAST).signum() != 0;
    return wrong
        ? OptionalInt.empty()
        : OptionalInt.of(hours.multiply(MINUTES).setScale(0, RoundingMode.UNNECESSARY).intValue());
  }
}
