package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.text.TypedFindings;

/** What is wrong with what was typed about trainings. */
final class Findings extends TypedFindings {

  static final int MAX_REASON = 1000;

  Findings() {
    super("training");
  }

  /** A reason that must be given. */
  static String reason(String field, String typed) {
    return answer(field, typed, MAX_REASON, true);
  }

  /**
   * One text alone; {@code null} if nothing was typed.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) at the field
   */
  static String answer(String field, String typed, int most, boolean required) {
    Findings findings = new Findings();
    String text = findings.text(field, typed, most, required);
    findings.refuse();
    return text;
  }

  Integer number(String field, Integer value, int least, int most) {
    if (value == null || value < least || value > most) {
      add(field, "training.number", least, most);
    }
    return value;
  }
}
