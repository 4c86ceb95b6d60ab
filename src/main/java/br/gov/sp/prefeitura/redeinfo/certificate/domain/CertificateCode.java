package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is typed to verify a certificate: 80 random bits in the alphabet of Crockford's base 32,
 * which has no letters that look like digits. Shown in four groups of four.
 *
 * @param stored without the hyphens
 */
public record CertificateCode(String stored) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final int MOST_TYPED = 60;
  private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public CertificateCode {
    if (!FORM.matcher(stored).matches()) {
      throw new IllegalArgumentException("not a code");
    }
  }

  static CertificateCode random() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new CertificateCode(code.toString());
  }

  /**
   * Reads what a person typed: case, spaces and hyphens do not matter, and neither do the letters
   * that people read for digits. Empty if it can be no code.
   */
  public static Optional<CertificateCode> parse(String typed) {
    if (typed == null || typed.length() > MOST_TYPED) {
      return Optional.empty();
    }
    String code =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return FORM.matcher(code).matches() ? Optional.of(new CertificateCode(code)) : Optional.empty();
  }

  /** As it is shown and stands in addresses: {@code 7K2M-9XQ4-0ABC-DEFG}. */
  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder(stored);
    for (int at = LENGTH - GROUP; at > 0; at -= GROUP) {
      shown.insert(at, '-');
    }
    return shown.toString();
  }
}
