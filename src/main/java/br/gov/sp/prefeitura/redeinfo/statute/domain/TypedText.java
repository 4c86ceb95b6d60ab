package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with what was typed, and brings the rest into its kept form. */
final class TypedText {

  private static final Pattern SEI = Pattern.compile("\\d{4}\\.\\d{4}/\\d{7}-\\d");
  private static final int LONGEST_ADDRESS = 500;

  private final List<Violation> violations = new ArrayList<>();

  void add(String field, String code, Object... args) {
    violations.add(Violation.at(field, code, args));
  }

  /** One line, or {@code null} for none. */
  String line(String field, String typed, int most, boolean required) {
    return words(field, Typed.line(typed), most, required, false);
  }

  /** Lines and paragraphs, or {@code null} for none. */
  String text(String field, String typed, int most, boolean required) {
    return words(field, Typed.text(typed), most, required, true);
  }

  private String words(String field, String value, int most, boolean required, boolean lines) {
    if (value == null) {
      if (required) {
        add(field, "statute.required");
      }
    } else if (value.length() > most) {
      add(field, "statute.too-long", most);
    } else if (Typed.hasControlCharacters(value, lines)) {
      add(field, "statute.characters");
    }
    return value;
  }

  <T> T required(String field, T value, String code) {
    if (value == null) {
      add(field, code);
    }
    return value;
  }

  /** NNNN.AAAA/NNNNNNN-D, or {@code null} for none. */
  String seiNumber(String field, String typed) {
    String value = Typed.line(typed);
    if (value != null && !SEI.matcher(value).matches()) {
      add(field, "statute.sei-number");
    }
    return value;
  }

  /** An address that browsers open safely, or {@code null} for none. */
  String address(String field, String typed) {
    String value = line(field, typed, LONGEST_ADDRESS, false);
    if (value != null && !isHttps(value)) {
      add(field, "statute.address");
    }
    return value;
  }

  private static boolean isHttps(String value) {
    try {
      URI address = new URI(value);
      return value.startsWith("https://")
          && address.getHost() != null
          && address.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * @throws Refusal (invalid) if anything was found
   */
  void refuse() {
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
  }
}
