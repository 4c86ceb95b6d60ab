package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One place of a form where a person may put something in.
 *
 * @param label as the person reads it
 * @param open whether the person may change it; the values of read-only and disabled inputs are
 *     ignored
 * @param hiddenIf its own condition and those of the groups around it
 */
record Input(
    String key, String label, Kind kind, boolean open, Limits limits, List<Condition> hiddenIf) {

  Input {
    hiddenIf = List.copyOf(hiddenIf);
  }

  boolean isHidden(Condition.Names names) {
    return hiddenIf.stream().anyMatch(condition -> condition.holds(names));
  }

  enum Kind {
    /** One line of text. */
    LINE,
    /** Several lines of text. */
    TEXT,
    NUMBER,
    CHECKBOX,
    DATE,
    TIME,
    DATE_TIME,
    /** One of several options. */
    CHOICE,
    /** Any of several options. */
    CHOICES
  }

  /**
   * What a value must keep to. What the form does not limit is {@code null}.
   *
   * @param numberAsText whether the form sends the number as text
   */
  record Limits(
      boolean required,
      Integer minLength,
      Integer maxLength,
      Pattern pattern,
      Double min,
      Double max,
      boolean numberAsText,
      Options options) {}

  /**
   * The options of a choice: either fixed, or read from a list among the values the form shows.
   *
   * @param from name of that list, or {@code null} when the options are fixed
   */
  record Options(List<Object> fixed, String from) {}
}
