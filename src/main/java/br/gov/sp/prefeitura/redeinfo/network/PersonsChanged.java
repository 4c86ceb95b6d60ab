package br.gov.sp.prefeitura.redeinfo.network;

import java.util.Set;

/**
 * Names, addresses, bodies or units of these people have changed; published in the same
 * transaction.
 */
public record PersonsChanged(Set<Long> personIds) {

  public PersonsChanged {
    personIds = Set.copyOf(personIds);
  }
}
