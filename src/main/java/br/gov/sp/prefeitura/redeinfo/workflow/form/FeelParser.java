package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of FEEL that forms may use (see {@link Condition}). Anything else is refused, so
 * that a form whose conditions the server could not check is never deployed.
 */
final class FeelParser {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<text>\"(?:[^\"\\\\]|\\\\.)*\")|(?<number>-?\\d+(?:\\.\\d+)?)"
              + "|(?<name>[A-Za-z_]\\w*)|(?<operator>!=|<=|>=|[=<>()]))\\s*");

  private final String source;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private FeelParser(String source) {
    this.source = source;
    Matcher matcher = TOKEN.matcher(source);
    int end = 0;
    while (end < source.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw unsupported();
      }
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
  }

  /**
   * @param expression as in the form, with its leading "="
   * @throws IllegalArgumentException if it uses more of FEEL than forms may
   */
  static Condition parse(String expression) {
    if (!expression.startsWith("=")) {
      throw new IllegalArgumentException("a condition starts with '=': " + expression);
    }
    FeelParser parser = new FeelParser(expression.substring(1).strip());
    Condition condition = parser.disjunction();
    if (parser.next < parser.tokens.size()) {
      throw parser.unsupported();
    }
    return condition;
  }

  private Condition disjunction() {
    Condition left = conjunction();
    while (accept("or")) {
      left = new Condition.Junction(true, left, conjunction());
    }
    return left;
  }

  private Condition conjunction() {
    Condition left = comparison();
    while (accept("and")) {
      left = new Condition.Junction(false, left, comparison());
    }
    return left;
  }

  private Condition comparison() {
    Condition left = operand();
    for (String operator : List.of("=", "!=", "<=", ">=", "<", ">")) {
      if (accept(operator)) {
        return new Condition.Comparison(operator, left, operand());
      }
    }
    return left;
  }

  private Condition operand() {
    String token = take();
    if (token.equals("(")) {
      return closing(disjunction());
    }
    if (token.equals("not") && accept("(")) {
      return new Condition.Not(closing(disjunction()));
    }
    return switch (token) {
      case "true" -> new Condition.Literal(true);
      case "false" -> new Condition.Literal(false);
      case "null" -> new Condition.Literal(null);
      case "and", "or", "not", "if", "then", "else", "in", "some", "every", "for" ->
          throw unsupported();
      default -> literalOrName(token);
    };
  }

  private Condition literalOrName(String token) {
    char first = token.charAt(0);
    if (first == '"') {
      return new Condition.Literal(
          token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1"));
    }
    if (first == '-' || Character.isDigit(first)) {
      return new Condition.Literal(new BigDecimal(token));
    }
    if (Character.isLetter(first) || first == '_') {
      return new Condition.Name(token);
    }
    throw unsupported();
  }

  private Condition closing(Condition inner) {
    if (!accept(")")) {
      throw unsupported();
    }
    return inner;
  }

  private boolean accept(String token) {
    if (next < tokens.size() && tokens.get(next).equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  private String take() {
    if (next == tokens.size()) {
      throw unsupported();
    }
    return tokens.get(next++);
  }

  private IllegalArgumentException unsupported() {
    return new IllegalArgumentException(
        "forms may use comparison, and, or, not(...), literals and names only: " + source);
  }
}
