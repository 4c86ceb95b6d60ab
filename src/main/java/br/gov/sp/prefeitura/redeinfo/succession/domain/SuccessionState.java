package br.gov.sp.prefeitura.redeinfo.succession.domain;

/** Where a succession stands. */
public enum SuccessionState {
  /** The hour is yet to come. */
  PLANNED,
  HANDED_OVER,
  /** It was a mistake, or the person stays. */
  CANCELLED
}
