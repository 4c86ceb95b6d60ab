package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with what was typed, and brings the rest into its kept form. */
final class Findings {

  private final List<Violation> violations = new ArrayList<>();

  /**
   * One text alone; {@code null} if nothing was typed and nothing had to be.
   *
   * @throws Refusal (invalid) at the field
   */
  static String text(String field, String typed, int most) {
    Findings findings = new Findings();
    String text = findings.text(field, typed, most, true);
    findings.refuse();
    return text;
  }

  void add(String field, String code, Object... args) {
    violations.add(Violation.at(field, code, args));
  }

  String text(String field, String typed, int most, boolean required) {
    String value = Typed.text(typed);
    if (value == null) {
      if (required) {
        add(field, "pilot.answer-needed");
      }
    } else if (value.length() > most) {
      add(field, "pilot.answer-too-long", most);
    } else if (Typed.hasControlCharacters(value, true)) {
      add(field, "pilot.characters");
    }
    return value;
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
