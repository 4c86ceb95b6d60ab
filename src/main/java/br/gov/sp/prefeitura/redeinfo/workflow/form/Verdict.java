package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.util.List;

/**
 * What a rule says about a value: either taken over, in the shape that listeners read, or refused.
 *
 * @param value the value, or {@code null} if it is refused
 * @param code reason code of the refusal, or {@code null} if there is none
 * @param args what the reason's text mentions besides the input's label
 */
record Verdict(Object value, String code, List<Object> args) {

  static Verdict accepted(Object value) {
    return new Verdict(value, null, List.of());
  }

  static Verdict refused(String code, Object... args) {
    return new Verdict(null, code, List.of(args));
  }

  boolean isRefused() {
    return code != null;
  }
}
