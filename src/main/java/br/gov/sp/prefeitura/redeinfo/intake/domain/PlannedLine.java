package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.util.List;

/**
 * What would become of one line.
 *
 * @param number in the file
 * @param title what the line is about, as the file says it
 * @param changes what would be written; of something new everything
 * @param problems why it is refused
 */
public record PlannedLine(
    int number, Verdict verdict, String title, List<Change> changes, List<Problem> problems) {

  public PlannedLine {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /** In words: {@code intake.verdict.<name>}. */
  public enum Verdict {
    NEW,
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  /**
   * Texts as they are; days as {@code YYYY-MM-DD}, words by their constants' names.
   *
   * @param before {@code null} if there was nothing
   * @param after {@code null} if there will be nothing
   */
  public record Change(Column column, String before, String after) {}

  /**
   * @param column {@code null} if the line as a whole is meant
   * @param value what the cell says, or {@code null}
   */
  public record Problem(Column column, String value, Violation violation) {}
}
