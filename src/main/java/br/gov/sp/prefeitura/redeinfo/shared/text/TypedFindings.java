package br.gov.sp.prefeitura.redeinfo.shared.text;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with what was typed, and brings the rest into its kept form. A module
 * extends it with rules of its own; what it finds here has the texts {@code
 * refusal.<module>.required}, {@code too-long}, {@code control-characters} and {@code address}.
 */
public abstract class TypedFindings {

  private static final int MAX_ADDRESS = 500;

  private final String module;
  private final List<Violation> violations = new ArrayList<>();

  /**
   * @param module with which the codes of what is wrong begin
   */
  protected TypedFindings(String module) {
    this.module = module;
  }

  public void add(String field, String code, Object... args) {
    violations.add(Violation.at(field, code, args));
  }

  /** The value itself. */
  public <T> T required(String field, T value, String code) {
    if (value == null) {
      add(field, code);
    }
    return value;
  }

  /** One line, or {@code null} for none. */
  public String line(String field, String typed, int most, boolean required) {
    return words(field, Typed.line(typed), most, required, false);
  }

  /** Lines and paragraphs, or {@code null} for none. */
  public String text(String field, String typed, int most, boolean required) {
    return words(field, Typed.text(typed), most, required, true);
  }

  private String words(String field, String value, int most, boolean required, boolean lines) {
    if (value == null) {
      if (required) {
        add(field, module + ".required");
      }
    } else if (value.length() > most) {
      add(field, module + ".too-long", most);
    } else if (Typed.hasControlCharacters(value, lines)) {
      add(field, module + ".control-characters");
    }
    return value;
  }

  /** An address that browsers open safely, as pages show it as a link; {@code null} for none. */
  public String address(String field, String typed) {
    String value = line(field, typed, MAX_ADDRESS, false);
    if (value != null && !isHttps(value)) {
      add(field, module + ".address");
    }
    return value;
  }

  private static boolean isHttps(String value) {
    try {
      URI address = URI.create(value);
      return value.startsWith("https://")
          && address.getHost() != null
          && address.getUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  public boolean isEmpty() {
    return violations.isEmpty();
  }

  /**
   * @throws Refusal (invalid) if anything was found
   */
  public void refuse() {
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
  }
}
