package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of FEEL that forms may use (see {@link Condition}). Anything else is refused, so
 * that a form whose conditions the server could not check is never deployed.
 */
final class FeelParser {

  private static final Pattern TOKEN =
      Pattern.compile(
          " *(?:(?<text>\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[\"\\\\])*+\")|(?<number>-?\\d{1,15}(?:\\.\\d{1,6})?)"
              + "|(?<name>[A-Za-z_]\\w*)|(?<operator>!=|<=|>=|[=<>()])) *");

  private static final int LONGEST = 500;

  private static final List<String> OPERATORS = List.of("=", "!=", "<=", ">=", "<", ">");

  /**
   * Words that mean something in FEEL, or that the browser's engine finds where no value has the
   * name: its functions, and what every object of its language has.
   */
  private static final Set<String> RESERVED =
      Set.of(
          ("and or not if then else in some every for return satisfies between instance of function"
                  + " external number string date time duration now today substring replace contains"
                  + " matches split count min max sum mean median product stddev mode all any sublist"
                  + " append concatenate union remove reverse flatten decimal floor ceiling abs"
                  + " modulo sqrt log exp odd even is before after meets overlaps finishes includes"
                  + " during starts coincides sort list context range get put trim partition assert"
                  + " this parent i constructor toString valueOf hasOwnProperty isPrototypeOf"
                  + " propertyIsEnumerable toLocaleString __proto__ __defineGetter__"
                  + " __defineSetter__ __lookupGetter__ __lookupSetter__")
              .split(" "));

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
    if (expression.length() > LONGEST) {
      throw new IllegalArgumentException("a condition has at most " + LONGEST + " characters");
    }
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
    Condition left = term();
    while (accept("and")) {
      left = new Condition.Junction(false, left, term());
    }
    return left;
  }

  /** Something in parentheses is compared with nothing: the engines would differ about its null. */
  private Condition term() {
    if (accept("(")) {
      return closing(disjunction());
    }
    if (accept("not")) {
      if (!accept("(")) {
        throw unsupported();
      }
      return new Condition.Not(closing(disjunction()));
    }
    Condition left = operand(take());
    for (String operator : OPERATORS) {
      if (accept(operator)) {
        return comparison(operator, left, operand(take()));
      }
    }
    if (left instanceof Condition.Literal literal && !isTruth(literal.value())) {
      throw unsupported();
    }
    return left;
  }

  /** The browser's engine orders other things than numbers too, and gives up in odd places. */
  private Condition comparison(String operator, Condition left, Condition right) {
    boolean equality = operator.equals("=") || operator.equals("!=");
    boolean number =
        right instanceof Condition.Literal literal && literal.value() instanceof BigDecimal;
    if (!equality && !(left instanceof Condition.Name && number)) {
      throw unsupported();
    }
    return new Condition.Comparison(operator, left, right);
  }

  private static boolean isTruth(Object value) {
    return value == null || value instanceof Boolean;
  }

  private Condition operand(String token) {
    return switch (token) {
      case "true" -> new Condition.Literal(true);
      case "false" -> new Condition.Literal(false);
      case "null" -> new Condition.Literal(null);
      default -> literalOrName(token);
    };
  }

  private Condition literalOrName(String token) {
    char first = token.charAt(0);
    if (first == '"') {
      return new Condition.Literal(
          token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1"));
    }
    if (first == '-' || first >= '0' && first <= '9') {
      return new Condition.Literal(new BigDecimal(token));
    }
    boolean name = first == '_' || Character.isLetter(first);
    if (!name || RESERVED.contains(token)) {
      throw unsupported();
    }
    return new Condition.Name(token);
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
