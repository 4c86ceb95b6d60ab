package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A condition of a form in the small part of FEEL that browser and server read alike: comparison,
 * {@code and}, {@code or}, {@code not(…)}, literals and names. Parsed once per form; see {@link
 * FeelParser}.
 */
sealed interface Condition {

  /**
   * The value, as the browser's engine computes it where FEEL leaves room: unlike values are not
   * equal but "different", and "not" of anything that is neither boolean nor null is true. The
   * table {@code forms/conditions.json} of the tests holds both engines to it.
   *
   * @param names what a name stands for
   */
  Object evaluate(Names names);

  /** Collects the names the condition refers to. */
  void collectNames(Set<String> names);

  /** Whether the condition holds; {@code null} is no. */
  default boolean holds(Names names) {
    return Boolean.TRUE.equals(evaluate(names));
  }

  default Set<String> names() {
    Set<String> names = new TreeSet<>();
    collectNames(names);
    return names;
  }

  /** What names stand for at the moment of evaluation. */
  @FunctionalInterface
  interface Names {
    Object valueOf(String name);
  }

  /** A text, number, boolean or null as written. */
  record Literal(Object value) implements Condition {
    @Override
    public Object evaluate(Names names) {
      return value;
    }

    @Override
    public void collectNames(Set<String> names) {
      // none
    }
  }

  record Name(String name) implements Condition {
    @Override
    public Object evaluate(Names names) {
      return names.valueOf(name);
    }

    @Override
    public void collectNames(Set<String> names) {
      names.add(name);
    }
  }

  record Not(Condition operand) implements Condition {
    @Override
    public Object evaluate(Names names) {
      Object value = operand.evaluate(names);
      return value instanceof Boolean truth ? (Object) !truth : value == null ? null : true;
    }

    @Override
    public void collectNames(Set<String> names) {
      operand.collectNames(names);
    }
  }

  /**
   * @param dominant the operand that decides alone: {@code true} for "or", {@code false} for "and"
   */
  record Junction(boolean dominant, Condition left, Condition right) implements Condition {
    @Override
    public Object evaluate(Names names) {
      Object first = left.evaluate(names);
      Object second = right.evaluate(names);
      if (Objects.equals(first, dominant) || Objects.equals(second, dominant)) {
        return dominant;
      }
      return first instanceof Boolean && second instanceof Boolean ? !dominant : null;
    }

    @Override
    public void collectNames(Set<String> names) {
      left.collectNames(names);
      right.collectNames(names);
    }
  }

  /**
   * Numbers are compared as browsers hold them.
   *
   * @param operator one of = != &lt; &lt;= &gt; &gt;=; right of the last four stands a number
   */
  record Comparison(String operator, Condition left, Condition right) implements Condition {
    @Override
    public Object evaluate(Names names) {
      Object first = left.evaluate(names);
      Object second = right.evaluate(names);
      return switch (operator) {
        case "=" -> same(first, second);
        case "!=" -> !Boolean.TRUE.equals(same(first, second));
        default -> inOrder(first, ((Number) second).doubleValue());
      };
    }

    @Override
    public void collectNames(Set<String> names) {
      left.collectNames(names);
      right.collectNames(names);
    }

    private Boolean inOrder(Object value, double limit) {
      if (value == null) {
        return null;
      }
      double given = asNumber(value);
      return switch (operator) {
        case "<" -> given < limit;
        case "<=" -> given <= limit;
        case ">" -> given > limit;
        default -> given >= limit;
      };
    }

    /** What the browser's language makes of a value where it needs a number. */
    private static double asNumber(Object value) {
      if (value instanceof Number number) {
        return number.doubleValue();
      }
      if (value instanceof Boolean truth) {
        return truth ? 1 : 0;
      }
      String text = value instanceof String written ? written.strip() : "none";
      BigDecimal number = text.isEmpty() ? BigDecimal.ZERO : Numbers.read(text);
      return number == null ? Double.NaN : number.doubleValue();
    }

    private static Object same(Object first, Object second) {
      if (first == null || second == null) {
        return first == second;
      }
      if (first instanceof Number one && second instanceof Number other) {
        return one.doubleValue() == other.doubleValue();
      }
      boolean alike =
          first instanceof String && second instanceof String
              || first instanceof Boolean && second instanceof Boolean;
      return alike ? (Object) first.equals(second) : null;
    }
  }
}
