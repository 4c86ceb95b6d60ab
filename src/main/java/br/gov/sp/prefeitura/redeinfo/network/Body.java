package br.gov.sp.prefeitura.redeinfo.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A public body as it was during one period of its life; renamed, merged and abolished bodies point
 * to their successor.
 *
 * @param slug acronym in lower-case ASCII, other characters a hyphen; prefix of the body's groups
 * @param name official name on the date asked for
 * @param validTo last day, or {@code null}
 * @param mailDomains institutional domains its people write from
 */
public record Body(
    long id,
    String acronym,
    String slug,
    String name,
    BodyKind kind,
    LocalDate validFrom,
    LocalDate validTo,
    Long successorId,
    List<String> mailDomains,
    IdentifierKind identifierKind) {

  public Body {
    mailDomains = List.copyOf(mailDomains);
  }

  /** Whether the address is of one of the body's domains, without regard to case. */
  public boolean hasAddress(String email) {
    return mailDomains.contains(email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT));
  }

  public boolean existsOn(LocalDate date) {
    return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
  }
}
