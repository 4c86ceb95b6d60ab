package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** SHA-256 of files. */
final class Digest {

  private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{64}");

  private Digest() {}

  static byte[] of(byte[] file) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(file);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Optional<byte[]> parse(String hex) {
    return hex != null && FORM.matcher(hex).matches()
        ? Optional.of(HexFormat.of().parseHex(hex))
        : Optional.empty();
  }
}
