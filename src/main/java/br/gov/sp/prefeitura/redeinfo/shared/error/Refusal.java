package br.gov.sp.prefeitura.redeinfo.shared.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The application says no to what a person asked for, and why. Always answered with a 4xx and the
 * violations' texts in the person's language; the transaction rolls back. Thrown from our pages'
 * services as well as from inside the engine.
 */
public class Refusal extends RuntimeException {

  /** What kind of no it is; the web layer derives the HTTP status from it. */
  public enum Kind {
    /** The input breaks a rule: 400. */
    INVALID,
    /** The person may not do this: 403. */
    FORBIDDEN,
    /** There is no such thing, or none the person may know of: 404. */
    NOT_FOUND,
    /** Somebody else was faster, or the state has moved on: 409. */
    CONFLICT,
    /** More than is taken at a time: 413. */
    TOO_LARGE,
    /** Of a kind that is not read: 415. */
    UNSUPPORTED,
    /** Too often in a row: 429. */
    TOO_MANY
  }

  private final Kind kind;
  private final transient List<Violation> violations;

  public Refusal(Kind kind, List<Violation> violations) {
    super(
        violations.stream().map(Violation::code).distinct().collect(Collectors.joining(", ")),
        null,
        false,
        false);
    this.kind = kind;
    this.violations = List.copyOf(violations);
  }

  public static Refusal invalid(List<Violation> violations) {
    return new Refusal(Kind.INVALID, violations);
  }

  public static Refusal invalid(String code, Object... args) {
    return invalid(List.of(Violation.of(code, args)));
  }

  public static Refusal invalidField(String field, String code, Object... args) {
    return invalid(List.of(Violation.at(field, code, args)));
  }

  public static Refusal forbidden(String code, Object... args) {
    return new Refusal(Kind.FORBIDDEN, List.of(Violation.of(code, args)));
  }

  public static Refusal notFound(String code, Object... args) {
    return new Refusal(Kind.NOT_FOUND, List.of(Violation.of(code, args)));
  }

  public static Refusal conflict(String code, Object... args) {
    return new Refusal(Kind.CONFLICT, List.of(Violation.of(code, args)));
  }

  public static Refusal tooLarge(String field, String code, Object... args) {
    return new Refusal(Kind.TOO_LARGE, List.of(Violation.at(field, code, args)));
  }

  public static Refusal unsupported(String field, String code, Object... args) {
    return new Refusal(Kind.UNSUPPORTED, List.of(Violation.at(field, code, args)));
  }

  public static Refusal tooMany(String code, Object... args) {
    return new Refusal(Kind.TOO_MANY, List.of(Violation.of(code, args)));
  }

  public Kind kind() {
    return kind;
  }

  public List<Violation> violations() {
    return violations;
  }
}
