package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.util.List;

/**
 * One place of a form where a person may put something in.
 *
 * @param key under which its value is submitted
 * @param label as the person reads it, with its group's where the form has several of that name
 * @param mode whether the person may change it; what is sent for others is ignored
 * @param initial what a closed input shows if the form is given no value for it, or {@code null}
 * @param required whether it must not stay empty while it is visible
 * @param rule what a value must keep to
 * @param hiddenIf its own condition and those of the groups around it
 */
record Input(
    String key,
    String label,
    Mode mode,
    Object initial,
    boolean required,
    ValueRule rule,
    List<Condition> hiddenIf) {

  Input {
    hiddenIf = List.copyOf(hiddenIf);
  }

  boolean isHidden(Condition.Names names) {
    return hiddenIf.stream().anyMatch(condition -> condition.holds(names));
  }

  boolean open() {
    return mode == Mode.OPEN;
  }

  boolean isComputed() {
    return mode == Mode.COMPUTED;
  }

  Input labelled(String other) {
    return new Input(key, other, mode, initial, required, rule, hiddenIf);
  }

  /** Who puts the value in. */
  enum Mode {
    /** The person. */
    OPEN,
    /** Nobody: it is read-only or disabled. */
    CLOSED,
    /** The browser, from an expression. */
    COMPUTED
  }
}
