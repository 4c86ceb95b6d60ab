package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import java.util.ArrayList;
import java.util.List;

/** Takes the texts of a form in their kept form, and collects what is wrong with them. */
final class TypedAnswers {

  /** Characters of a reason or comment. */
  static final int REASON = 1000;

  private final List<Violation> violations = new ArrayList<>();

  /**
   * One reason that must be given.
   *
   * @throws Refusal (invalid) at the field
   */
  static String reason(String field, String typed) {
    TypedAnswers answers = new TypedAnswers();
    String reason = answers.required(field, typed, REASON);
    answers.refuse();
    return reason;
  }

  String required(String field, String typed, int most) {
    String text = optional(field, typed, most);
    if (text == null) {
      add(field, "pilot.answer-needed");
    }
    return text;
  }

  /**
   * @return {@code null} if nothing was typed
   */
  String optional(String field, String typed, int most) {
    String text = Typed.text(typed);
    if (text != null && text.length() > most) {
      add(field, "pilot.answer-too-long", most);
    } else if (Typed.hasControlCharacters(text, true)) {
      add(field, "pilot.characters");
    }
    return text;
  }

  void add(String field, String code, Object... args) {
    violations.add(Violation.at(field, code, args));
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
