package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;

/** Checks what people write as a reason or comment. */
final class Reasons {

  static final int MAX_LENGTH = 1000;

  private Reasons() {}

  /**
   * @throws Refusal if there is none, or it is too long or holds control characters
   */
  static String required(String field, String reason) {
    String text = optional(field, reason);
    if (text == null) {
      throw Refusal.invalidField(field, "nomination.reason-required");
    }
    return text;
  }

  static String optional(String field, String reason) {
    String text = Typed.text(reason);
    if (text != null && text.length() > MAX_LENGTH) {
      throw Refusal.invalidField(field, "nomination.too-long", MAX_LENGTH);
    }
    if (Typed.hasControlCharacters(text, true)) {
      throw Refusal.invalidField(field, "nomination.control-characters");
    }
    return text;
  }
}
