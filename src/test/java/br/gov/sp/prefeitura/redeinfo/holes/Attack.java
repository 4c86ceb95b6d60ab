package br.gov.sp.prefeitura.redeinfo.holes;

import java.util.function.Predicate;

/**
 * Something that must not succeed, and does against Camunda 7.24.0 as it comes.
 *
 * @param title what the attacker gets
 * @param tried tries it and tells whether it succeeded
 */
record Attack(String title, Predicate<Target> tried) {

  @Override
  public String toString() {
    return title;
  }
}
