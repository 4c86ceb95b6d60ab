package br.gov.sp.prefeitura.redeinfo.shared.error;

import java.util.List;

/**
 * One broken rule, in a form that can be shown next to the field it concerns.
 *
 * @param field key of the input, or {@code null} when the rule concerns the whole submission
 * @param code stable reason code; its text is the message {@code refusal.<code>}
 * @param args arguments of the message, already safe to show
 */
public record Violation(String field, String code, List<Object> args) {

  public Violation {
    args = List.copyOf(args);
  }

  public static Violation of(String code, Object... args) {
    return new Violation(null, code, List.of(args));
  }

  public static Violation at(String field, String code, Object... args) {
    return new Violation(field, code, List.of(args));
  }

  /** Key of the message that explains this violation to a person. */
  public String messageKey() {
    return "refusal." + code;
  }
}
