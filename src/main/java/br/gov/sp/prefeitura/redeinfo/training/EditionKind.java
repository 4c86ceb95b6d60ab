package br.gov.sp.prefeitura.redeinfo.training;

/** What is given. */
public enum EditionKind {
  COURSE,
  WORKSHOP
}
