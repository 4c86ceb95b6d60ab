package br.gov.sp.prefeitura.redeinfo.attendance.domain;

/** How an entry came about. In words: {@code attendance.means.<name>}. */
public enum Means {
  /** Marked by a keeper. */
  SCREEN,
  /** By the person, with the code of the moment. */
  CHECK_IN,
  /** From a list that a keeper sent. */
  IMPORT,
  /** Nothing was recorded when the sheet was completed, so the person was absent. */
  CLOSING
}
