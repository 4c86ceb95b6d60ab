package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import java.util.Map;

/** Who sits on a body's seats for access to information today. */
enum CurrentSeats {
  BOTH,
  /** The suplente's seat was never filled. */
  TITULAR_ONLY,
  /** Never filled. */
  NONE,
  /** The suplente left lately; the vacancy waits for the office. */
  SUPLENTE_LEFT,
  /** The suplente left so long ago that the office is late. */
  SUPLENTE_LEFT_LONG_AGO,
  /** Both left lately: one vacancy waits for the head, the other one for the office. */
  BOTH_LEFT;

  private static final Map<String, CurrentSeats> NAMED =
      Map.of(
          "svma", BOTH_LEFT,
          "sme", BOTH,
          "sub-la", TITULAR_ONLY,
          "spsec", NONE,
          "smc", SUPLENTE_LEFT,
          "sub-vm", SUPLENTE_LEFT,
          "sub-pe", SUPLENTE_LEFT_LONG_AGO);

  /**
   * @param position the body's place among all bodies of today
   */
  static CurrentSeats of(String slug, int position) {
    return NAMED.getOrDefault(slug, position % 7 == 3 ? TITULAR_ONLY : BOTH);
  }

  boolean hadTitular() {
    return this != NONE;
  }

  boolean hadSuplente() {
    return this != NONE && this != TITULAR_ONLY;
  }

  boolean titularLeft() {
    return this == BOTH_LEFT;
  }

  boolean suplenteLeft() {
    return this == BOTH_LEFT || this == SUPLENTE_LEFT || this == SUPLENTE_LEFT_LONG_AGO;
  }
}
