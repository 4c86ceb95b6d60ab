package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/**
 * An address as it is recognised when it is gone: the SHA-256 of its lower-case form, the same as
 * {@link #SQL} gives. Whoever holds an address can find its digest; nobody reads addresses out of
 * digests alone.
 */
final class Address {

  /** The digest of a column {@code email}. */
  static final String SQL = "sha256(convert_to(lower(email), 'UTF8'))";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 32;

  private Address() {}

  static byte[] digest(String email) {
    return sha256(email.toLowerCase(Locale.ROOT));
  }

  /** 256 random bits for the link by which an address takes itself off the list. */
  static String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of a token. */
  static byte[] tokenDigest(String token) {
    return sha256(token);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
