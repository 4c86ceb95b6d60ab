package br.gov.sp.prefeitura.redeinfo.network;

import java.util.Set;

/**
 * What a complete pair of a track needs besides two people: permanent servants. The module that
 * nominates keeps the rule, in its decision table and parameters; the directory says where a pair
 * no longer meets it.
 */
public interface PermanenceRule {

  /** Bonds that count as permanent. */
  Set<Bond> permanentBonds();

  /** How many of a complete pair's servants have to be permanent; 0 for none. */
  int permanentRequired(Track track);
}
