package br.gov.sp.prefeitura.redeinfo.workflow.form;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a submission against its form: what the form in the browser allows, and nothing else.
 * Pure; knows nothing of tasks.
 */
public final class FormValidator {

  private final FormModel form;
  private final Map<String, Object> submitted;
  private final Surroundings surroundings;
  private final List<Violation> violations = new ArrayList<>();

  private FormValidator(FormModel form, Map<String, Object> submitted, Surroundings surroundings) {
    this.form = form;
    this.submitted = submitted;
    this.surroundings = surroundings;
  }

  /**
   * The accepted values: those of inputs that were open and visible, each of its input's type,
   * without empty ones.
   *
   * @param submitted plain values by key
   * @throws Refusal with every violation, in the order of the form
   */
  public static Map<String, Object> check(
      FormModel form, Map<String, Object> submitted, Surroundings surroundings) {
    return new FormValidator(form, submitted, surroundings).check();
  }

  private Map<String, Object> check() {
    submitted.keySet().stream()
        .filter(key -> form.input(key).isEmpty())
        .map(FormValidator::unknown)
        .distinct()
        .forEach(violations::add);
    Map<String, Object> accepted = new LinkedHashMap<>();
    for (Input input : form.inputs()) {
      if (input.open() && !input.isHidden(this::valueOf)) {
        Object value = accept(input, submitted.get(input.key()));
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

  /** The value as listeners read it, or {@code null} if it is empty or refused. */
  private Object accept(Input input, Object value) {
    if (input.required() && input.rule().isMissing(value)) {
      return refuse(input, "form.required", List.of());
    }
    if (input.rule().isEmpty(value)) {
      return null;
    }
    Verdict verdict = input.rule().judge(value, surroundings);
    return verdict.isRefused() ? refuse(input, verdict.code(), verdict.args()) : verdict.value();
  }

  /** Says no, with the input's label and the limits the value breaks. */
  private Object refuse(Input input, String code, List<Object> limits) {
    List<Object> args = new ArrayList<>();
    args.add(input.label());
    args.addAll(limits);
    violations.add(Violation.at(input.key(), code, args.toArray()));
    return null;
  }

  /**
   * What a name in a condition stands for, whether it is visible or not (see {@link Conditions}).
   */
  private Object valueOf(String name) {
    Optional<Input> input = form.input(name);
    return input.isEmpty()
        ? surroundings.shown().get(name)
        : input.get().rule().asConditionsSee(held(input.get()));
  }

  /** Closed inputs hold what the form showed in them, whatever was sent in their name. */
  private Object held(Input input) {
    if (input.open()) {
      return submitted.get(input.key());
    }
    Map<String, Object> shown = surroundings.shown();
    return shown.containsKey(input.key()) ? shown.get(input.key()) : input.initial();
  }

  /** The key comes from outside: it is repeated only if it looks like one. */
  private static Violation unknown(String key) {
    return key != null && InputParser.KEY.matcher(key).matches()
        ? Violation.at(key, "form.unknown-input", key)
        : Violation.of("form.unknown-inputs");
  }
}
