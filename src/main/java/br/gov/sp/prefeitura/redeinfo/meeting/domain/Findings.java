package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.shared.text.TypedFindings;

/** What is wrong with what was typed about meetings. */
final class Findings extends TypedFindings {

  static final int MAX_REASON = 1000;

  Findings() {
    super("meeting");
  }

  /**
   * A reason that must be given.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) at the field
   */
  static String reason(String field, String typed) {
    Findings findings = new Findings();
    String text = findings.text(field, typed, MAX_REASON, true);
    findings.refuse();
    return text;
  }

  /** A whole number in these bounds, or none. */
  void number(String field, Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      add(field, "meeting.number", least, most);
    }
  }
}
