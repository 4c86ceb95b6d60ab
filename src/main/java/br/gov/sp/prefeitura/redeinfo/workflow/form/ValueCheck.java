package br.gov.sp.prefeitura.redeinfo.workflow.form;

import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Checks the value of one input, and brings it into the shape that listeners read. */
final class ValueCheck {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
  private static final int MOST_DIGITS = 18;

  private final Input input;
  private final Supplier<Map<String, Object>> shown;
  private final List<Violation> violations = new ArrayList<>();

  ValueCheck(Input input, Supplier<Map<String, Object>> shown) {
    this.input = input;
    this.shown = shown;
  }

  List<Violation> violations() {
    return violations;
  }

  /** The value in its input's type, or {@code null} if it is empty or refused. */
  Object accept(Object value) {
    if (isEmpty(value)) {
      if (input.limits().required()) {
        refuse("form.required");
      }
      return null;
    }
    return switch (input.kind()) {
      case LINE, TEXT -> text(value);
      case NUMBER -> number(value);
      case CHECKBOX -> value instanceof Boolean ? value : refuse("form.type");
      case DATE -> date(value);
      case TIME -> time(value);
      case DATE_TIME -> dateTime(value);
      case CHOICE -> options().contains(canonical(value)) ? value : refuse("form.option");
      case CHOICES -> choices(value);
    };
  }

  /** A required box must be checked; an unchecked one that is not required is a value. */
  private boolean isEmpty(Object value) {
    return value == null
        || value instanceof String text && text.isBlank()
        || value instanceof Collection<?> list && list.isEmpty()
        || input.kind() == Input.Kind.CHECKBOX
            && input.limits().required()
            && Boolean.FALSE.equals(value);
  }

  private Object text(Object value) {
    if (!(value instanceof String text)) {
      return refuse("form.type");
    }
    Input.Limits limits = input.limits();
    if (limits.maxLength() != null && text.length() > limits.maxLength()) {
      return refuse("form.too-long", limits.maxLength());
    }
    if (!Characters.allowed(text, input.kind() == Input.Kind.TEXT)) {
      return refuse("form.characters");
    }
    if (limits.minLength() != null && text.length() < limits.minLength()) {
      return refuse("form.too-short", limits.minLength());
    }
    if (limits.pattern() != null && !limits.pattern().matcher(text).find()) {
      return refuse("form.pattern");
    }
    return text;
  }

  private Object number(Object value) {
    boolean asText = input.limits().numberAsText();
    if (!(value instanceof Number || asText && value instanceof String)) {
      return refuse("form.type");
    }
    String written = value.toString();
    BigDecimal number;
    try {
      number = written.length() > 40 ? null : new BigDecimal(written);
    } catch (NumberFormatException e) {
      number = null;
    }
    if (number == null
        || number.scale() > MOST_DIGITS
        || number.precision() - number.scale() > MOST_DIGITS) {
      return refuse("form.type");
    }
    Input.Limits limits = input.limits();
    if (limits.min() != null && number.compareTo(BigDecimal.valueOf(limits.min())) < 0) {
      return refuse("form.min", limits.min());
    }
    if (limits.max() != null && number.compareTo(BigDecimal.valueOf(limits.max())) > 0) {
      return refuse("form.max", limits.max());
    }
    return number;
  }

  private Object date(Object value) {
    try {
      LocalDate date = LocalDate.parse(value.toString());
      return value instanceof String && date.isAfter(EARLIEST) && date.isBefore(LATEST)
          ? date.toString()
          : refuse("form.date");
    } catch (DateTimeException e) {
      return refuse("form.date");
    }
  }

  private Object time(Object value) {
    try {
      LocalTime.parse(value.toString(), DateTimeFormatter.ISO_TIME);
      return value;
    } catch (DateTimeException e) {
      return refuse("form.time");
    }
  }

  private Object dateTime(Object value) {
    try {
      LocalDateTime moment = LocalDateTime.parse(value.toString(), DateTimeFormatter.ISO_DATE_TIME);
      LocalDate date = moment.toLocalDate();
      return date.isAfter(EARLIEST) && date.isBefore(LATEST) ? value : refuse("form.date");
    } catch (DateTimeException e) {
      return refuse("form.date");
    }
  }

  private Object choices(Object value) {
    if (!(value instanceof Collection<?> chosen)) {
      return refuse("form.type");
    }
    Set<Object> options = options();
    Set<Object> accepted = new LinkedHashSet<>();
    for (Object choice : chosen) {
      if (!options.contains(canonical(choice)) || !accepted.add(choice)) {
        return refuse("form.option");
      }
    }
    return new ArrayList<>(accepted);
  }

  private Set<Object> options() {
    Input.Options options = input.limits().options();
    Set<Object> values = new LinkedHashSet<>();
    if (options.from() == null) {
      options.fixed().forEach(option -> values.add(canonical(option)));
    } else if (shown.get().get(options.from()) instanceof Collection<?> list) {
      for (Object option : list) {
        Object optionValue = option instanceof Map<?, ?> entry ? entry.get("value") : option;
        values.add(canonical(optionValue));
      }
    }
    return values;
  }

  /** 1, 1.0 and 1L are one option; the text "1" is another. */
  private static Object canonical(Object value) {
    return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : value;
  }

  /** Says no, with the input's label and the limits it breaks. */
  private Object refuse(String code, Object... limits) {
    List<Object> args = new ArrayList<>();
    args.add(input.label());
    args.addAll(List.of(limits));
    violations.add(Violation.at(input.key(), code, args.toArray()));
    return null;
  }
}
