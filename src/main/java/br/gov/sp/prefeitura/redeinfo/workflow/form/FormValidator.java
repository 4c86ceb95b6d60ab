package br.gov.sp.prefeitura.redeinfo.workflow.form;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks a submission against its form: what the form in the browser allows, and nothing else.
 * Pure; knows nothing of tasks.
 */
final class FormValidator {

  private final FormModel form;
  private final Map<String, Object> submitted;
  private final Supplier<Map<String, Object>> shown;
  private final Map<String, Boolean> hidden = new HashMap<>();

  private FormValidator(
      FormModel form, Map<String, Object> submitted, Supplier<Map<String, Object>> shown) {
    this.form = form;
    this.submitted = submitted;
    this.shown = shown;
  }

  /**
   * The accepted values: those of inputs that were open and visible, each of its input's type,
   * without empty ones.
   *
   * @param submitted plain values by key
   * @param shown what the form showed; asked for only if a condition or an option depends on it
   * @throws Refusal with every violation, in the order of the form
   */
  static Map<String, Object> check(
      FormModel form, Map<String, Object> submitted, Supplier<Map<String, Object>> shown) {
    return new FormValidator(form, submitted, shown).check();
  }

  private Map<String, Object> check() {
    List<Violation> violations = new ArrayList<>();
    submitted.keySet().stream()
        .filter(key -> form.input(key).isEmpty())
        .map(FormValidator::unknown)
        .forEach(violations::add);
    Map<String, Object> accepted = new LinkedHashMap<>();
    for (Input input : form.inputs()) {
      if (input.open() && !isHidden(input)) {
        ValueCheck check = new ValueCheck(input, shown);
        Object value = check.accept(submitted.get(input.key()));
        violations.addAll(check.violations());
        if (value != null) {
          accepted.put(input.key(), value);
        }
      }
    }
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    return accepted;
  }

  /** Conditions may depend on inputs that are hidden themselves, which then have no value. */
  private boolean isHidden(Input input) {
    Boolean known = hidden.putIfAbsent(input.key(), false);
    if (known != null) {
      return known;
    }
    boolean result = input.isHidden(this::valueOf);
    hidden.put(input.key(), result);
    return result;
  }

  private Object valueOf(String name) {
    Optional<Input> input = form.input(name).filter(Input::open);
    if (input.isEmpty()) {
      return shown.get().get(name);
    }
    return isHidden(input.get()) ? null : currentValue(input.get());
  }

  /** An unchecked box counts as no, whether it was sent or not. */
  private Object currentValue(Input input) {
    Object value = submitted.get(input.key());
    return value == null && input.kind() == Input.Kind.CHECKBOX ? (Object) false : value;
  }

  /** The key comes from outside: it is repeated only if it looks like one. */
  private static Violation unknown(String key) {
    return key.matches("[A-Za-z_]\\w{0,59}")
        ? Violation.at(key, "form.unknown-input", key)
        : Violation.of("form.unknown-inputs");
  }
}
