package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import java.util.Arrays;
import java.util.Locale;

/**
 * What was chosen in a form. The guard has checked the options; this holds for callers that are not
 * checked, too.
 */
final class Choices {

  private Choices() {}

  /**
   * The constant of this name, in whatever case the form writes it.
   *
   * @throws Refusal (invalid) at the field if none was chosen
   */
  static <E extends Enum<E>> E of(Submission form, String key, Class<E> type) {
    E chosen = orNull(form, key, type);
    if (chosen == null) {
      throw Refusal.invalidField(key, "pilot.choose");
    }
    return chosen;
  }

  /** Like {@link #of}; {@code null} if none was chosen. */
  static <E extends Enum<E>> E orNull(Submission form, String key, Class<E> type) {
    String chosen = form.text(key);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(chosen))
        .findFirst()
        .orElse(null);
  }

  /** As the model's gateways read it. */
  static String flag(Enum<?> chosen) {
    return chosen.name().toLowerCase(Locale.ROOT);
  }
}
