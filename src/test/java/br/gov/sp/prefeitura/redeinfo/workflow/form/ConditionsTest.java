package br.gov.sp.prefeitura.redeinfo.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server's half; {@code FormInBrowserTest} goes through the same table in the browser. */
@DisplayName("The conditions of a form, on the server")
class ConditionsTest {

  private static final ConditionCases TABLE = ConditionCases.read();

  @Test
  @DisplayName("hide what the table of cases says, when nothing was put in")
  void cases() {
    FormModel form = FormParser.parse(TABLE.form("f").getBytes(StandardCharsets.UTF_8));
    Set<String> asked = askedFor(form);
    SoftAssertions softly = new SoftAssertions();
    TABLE
        .cases()
        .forEach(
            one ->
                softly
                    .assertThat(!asked.contains(one.key()))
                    .as("%s hides", one.expression())
                    .isEqualTo(one.hides()));
    softly.assertAll();
    assertThat(TABLE.cases()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("refusedExpressions")
  @DisplayName("are refused beyond the documented part of FEEL")
  void refused(String expression) {
    assertThatThrownBy(() -> FeelParser.parse(expression))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static Iterable<String> refusedExpressions() {
    return TABLE.refused();
  }

  /** Every case is a required input: whoever is asked for it, sees it. */
  private static Set<String> askedFor(FormModel form) {
    try {
      FormValidator.check(form, Map.of(), FormValidatorTest.given(TABLE.values()));
      return Set.of();
    } catch (Refusal refusal) {
      return refusal.violations().stream().map(Violation::field).collect(Collectors.toSet());
    }
  }
}
