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
   * The value under FEEL's rules: a comparison of unlike types, and logic over anything but
   * booleans, is {@code null}.
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
      return operand.evaluate(names) instanceof Boolean value ? !value : null;
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
   * @param operator one of = != &lt; &lt;= &gt; &gt;=
   */
  record Comparison(String operator, Condition left, Condition right) implements Condition {
    @Override
    public Object evaluate(Names names) {
      Object first = left.evaluate(names);
      Object second = right.evaluate(names);
      return switch (operator) {
        case "=" -> same(first, second);
        case "!=" -> same(first, second) instanceof Boolean equal ? !equal : null;
        default -> {
          Integer order = order(first, second);
          yield order == null ? null : inOrder(order);
        }
      };
    }

    @Override
    public void collectNames(Set<String> names) {
      left.collectNames(names);
      right.collectNames(names);
    }

    private boolean inOrder(int order) {
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }

    private static Object same(Object first, Object second) {
      if (first == null || second == null) {
        return first == second;
      }
      if (first instanceof Number && second instanceof Number) {
        return decimal(first).compareTo(decimal(second)) == 0;
      }
      boolean alike =
          first instanceof String && second instanceof String
              || first instanceof Boolean && second instanceof Boolean;
      return alike ? (Object) first.equals(second) : null;
    }

    private static Integer order(Object first, Object second) {
      if (first instanceof Number && second instanceof Number) {
        return decimal(first).compareTo(decimal(second));
      }
      return first instanceof String text && second instanceof String other
          ? (Integer) text.compareTo(other)
          : null;
    }

    private static BigDecimal decimal(Object number) {
      return new BigDecimal(number.toString());
    }
  }
}
