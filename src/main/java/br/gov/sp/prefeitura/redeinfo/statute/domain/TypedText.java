package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import br.gov.sp.prefeitura.redeinfo.shared.text.TypedFindings;
import java.util.regex.Pattern;

/** What is wrong with what was typed about the statute and the plan. */
final class TypedText extends TypedFindings {

  private static final Pattern SEI = Pattern.compile("\\d{4}\\.\\d{4}/\\d{7}-\\d");

  TypedText() {
    super("statute");
  }

  /** NNNN.AAAA/NNNNNNN-D, or {@code null} for none. */
  String seiNumber(String field, String typed) {
    String value = Typed.line(typed);
    if (value != null && !SEI.matcher(value).matches()) {
      add(field, "statute.sei-number");
    }
    return value;
  }
}
