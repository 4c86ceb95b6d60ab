package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with what was typed, and brings the rest into its kept form. */
final class Findings {

  static final int MAX_REASON = 1000;
  static final int MAX_ADDRESS = 500;

  private final List<Violation> violations = new ArrayList<>();

  /**
   * A reason that must be given.
   *
   * @throws Refusal (invalid) at the field
   */
  static String reason(String field, String typed) {
    Findings findings = new Findings();
    String text = findings.text(field, typed, MAX_REASON, true);
    findings.refuse();
    return text;
  }

  void add(String field, String code, Object... args) {
    violations.add(Violation.at(field, code, args));
  }

  void required(String field, Object value, String code) {
    if (value == null) {
      add(field, code);
    }
  }

  String line(String field, String typed, int most, boolean required) {
    return words(field, Typed.line(typed), most, required, false);
  }

  String text(String field, String typed, int most, boolean required) {
    return words(field, Typed.text(typed), most, required, true);
  }

  private String words(String field, String value, int most, boolean required, boolean lines) {
    if (value == null) {
      if (required) {
        add(field, "meeting.required");
      }
    } else if (value.length() > most) {
      add(field, "meeting.too-long", most);
    } else if (Typed.hasControlCharacters(value, lines)) {
      add(field, "meeting.control-characters");
    }
    return value;
  }

  /** A whole number in these bounds, or none. */
  void number(String field, Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      add(field, "meeting.number", least, most);
    }
  }

  /** An address that browsers open safely: pages show it as a link. */
  String address(String field, String typed) {
    String value = line(field, typed, MAX_ADDRESS, false);
    if (value != null && !isHttps(value)) {
      add(field, "meeting.address");
    }
    return value;
  }

  private static boolean isHttps(String value) {
    try {
      URI address = URI.create(value);
      return "https".equals(address.getScheme())
          && value.startsWith("https://")
          && address.getHost() != null
          && address.getUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  boolean isEmpty() {
    return violations.isEmpty();
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
