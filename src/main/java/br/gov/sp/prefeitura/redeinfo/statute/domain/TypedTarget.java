package br.gov.sp.prefeitura.redeinfo.statute.domain;

import java.time.LocalDate;
import java.util.Set;

/**
 * A target as it is typed; like {@link Target}, and nothing is certain yet.
 *
 * @param doneByHand counts without a measure only
 */
public record TypedTarget(
    String what,
    String measure,
    Integer doneByHand,
    Integer target,
    LocalDate first,
    LocalDate last,
    String goalCode,
    String goalName,
    Long bodyId) {

  static final int MOST = 1_000_000;
  private static final int LONGEST_WHAT = 300;
  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_NAME = 200;

  /**
   * @param measures codes that there are
   * @param bodies ids of the bodies that there are
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) with the fields that break
   *     a rule
   */
  TypedTarget checked(int year, Set<String> measures, Set<Long> bodies) {
    TypedText typed = new TypedText();
    String line = typed.line("what", what, LONGEST_WHAT, true);
    String code = measure == null || measure.isBlank() ? null : measure;
    if (code != null && !measures.contains(code)) {
      typed.add("measure", "statute.choose");
    }
    Integer done = null;
    if (code == null) {
      done = doneByHand == null ? Integer.valueOf(0) : doneByHand;
      number(typed, "doneByHand", done, 0);
    }
    number(typed, "target", target, 1);
    checkDay(typed, "first", first, year);
    checkDay(typed, "last", last, year);
    if (first != null && last != null && last.isBefore(first)) {
      typed.add("last", "plan.last-before-first");
    }
    String goal = typed.line("goalCode", goalCode, LONGEST_CODE, false);
    String name = typed.line("goalName", goalName, LONGEST_NAME, false);
    if (goal == null && name != null) {
      typed.add("goalCode", "plan.goal-code");
    }
    if (bodyId != null && !bodies.contains(bodyId)) {
      typed.add("bodyId", "statute.choose");
    }
    typed.refuse();
    return new TypedTarget(line, code, done, target, first, last, goal, name, bodyId);
  }

  private static void number(TypedText typed, String field, Integer value, int least) {
    if (value == null || value < least || value > MOST) {
      typed.add(field, "plan.number", least, MOST);
    }
  }

  private static void checkDay(TypedText typed, String field, LocalDate day, int year) {
    if (day == null) {
      typed.add(field, "statute.day");
    } else if (day.getYear() != year) {
      typed.add(field, "plan.day-of-year", String.valueOf(year));
    }
  }
}
