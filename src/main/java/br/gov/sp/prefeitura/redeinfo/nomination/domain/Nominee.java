package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bond;

/** Who is nominated for a seat, as the office wrote it. */
public record Nominee(
    String name, String identifier, String email, Bond bond, String unit, String justification) {

  /** The same human being, whatever else was corrected. */
  boolean isSamePersonAs(Nominee other) {
    return other != null && email.equals(other.email);
  }
}
