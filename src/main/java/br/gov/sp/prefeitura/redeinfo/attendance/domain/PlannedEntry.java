package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;

/**
 * What would become of one line of a list.
 *
 * @param line its number in the file
 * @param title whom the file names
 * @param personId who is meant, or {@code null}
 * @param name that person's name on the sheet, or {@code null}
 * @param before what the sheet says of them now, or {@code null}
 * @param status what it would say, or {@code null}
 */
public record PlannedEntry(
    int line,
    String title,
    Verdict verdict,
    Long personId,
    String name,
    AttendanceStatus before,
    AttendanceStatus status) {

  /** In words: {@code attendance.list.verdict.<name>}. */
  public enum Verdict {
    NEW,
    CHANGED,
    UNCHANGED,
    /** Somebody of the network who is not expected at this event. */
    NOT_ON_SHEET,
    /** Several on the sheet bear this name or number. */
    AMBIGUOUS,
    /** Nobody on the sheet, and nobody we know. */
    UNKNOWN,
    /** An earlier line names the same person. */
    TWICE,
    /** Neither present nor absent. */
    UNCLEAR;

    /** Whether it keeps the list from being taken over. */
    public boolean isProblem() {
      return ordinal() >= NOT_ON_SHEET.ordinal();
    }
  }
}
