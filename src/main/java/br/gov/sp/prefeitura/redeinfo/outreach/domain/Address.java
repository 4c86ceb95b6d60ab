package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.shared.text.Secret;
import java.util.Locale;

/**
 * An address as it is recognised when it is gone: the SHA-256 of its lower-case form, the same as
 * {@link #SQL} gives. Whoever holds an address can find its digest; nobody reads addresses out of
 * digests alone.
 */
final class Address {

  /** The digest of a column {@code email}. */
  static final String SQL = "sha256(convert_to(lower(email), 'UTF8'))";

  private Address() {}

  static byte[] digest(String email) {
    return Secret.digest(email.toLowerCase(Locale.ROOT));
  }
}
