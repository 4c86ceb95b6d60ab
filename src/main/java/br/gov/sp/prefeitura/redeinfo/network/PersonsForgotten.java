package br.gov.sp.prefeitura.redeinfo.network;

import java.util.Set;

/**
 * These people were made anonymous: their names, addresses and numbers are gone for good. Published
 * in the transaction; who keeps copies of any, or a way in for the person, removes it there.
 */
public record PersonsForgotten(Set<Long> personIds) {

  public PersonsForgotten {
    personIds = Set.copyOf(personIds);
  }
}
