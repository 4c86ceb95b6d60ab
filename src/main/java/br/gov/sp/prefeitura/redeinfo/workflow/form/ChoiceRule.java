package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One or any of several options, which are either fixed or read from a list among the values the
 * form shows.
 *
 * @param several whether more than one may be chosen
 * @param fixed options as the form lists them: texts, numbers, booleans
 * @param from name of the list, or {@code null} when the options are fixed
 */
record ChoiceRule(boolean several, List<Object> fixed, String from) implements ValueRule {

  ChoiceRule {
    fixed = List.copyOf(fixed);
  }

  @Override
  public Verdict judge(Object value, Surroundings surroundings) {
    List<Object> options = options(surroundings);
    if (!several) {
      return option(options, value).map(Verdict::accepted).orElse(Verdict.refused("form.option"));
    }
    if (!(value instanceof Collection<?> chosen)) {
      return Verdict.refused("form.type");
    }
    if (chosen.size() > options.size()) {
      return Verdict.refused("form.option");
    }
    List<Object> accepted = new ArrayList<>();
    for (Object choice : chosen) {
      Optional<Object> option = option(options, choice);
      if (option.isEmpty() || accepted.contains(option.get())) {
        return Verdict.refused("form.option");
      }
      accepted.add(option.get());
    }
    return Verdict.accepted(accepted);
  }

  @Override
  public Object asConditionsSee(Object value) {
    if (several) {
      return value instanceof Collection ? value : List.of();
    }
    return value instanceof String text && text.isEmpty() ? null : value;
  }

  private List<Object> options(Surroundings surroundings) {
    if (from == null) {
      return fixed;
    }
    List<Object> options = new ArrayList<>();
    if (surroundings.shown().get(from) instanceof Collection<?> list) {
      for (Object option : list) {
        options.add(option instanceof Map<?, ?> entry ? entry.get("value") : option);
      }
    }
    return options;
  }

  /** The option as it is listed: what was sent may be written differently, as 1.0 for 1. */
  private static Optional<Object> option(List<Object> options, Object value) {
    return options.stream().filter(option -> Numbers.same(option, value)).findFirst();
  }
}
