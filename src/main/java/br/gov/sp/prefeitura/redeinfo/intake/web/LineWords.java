package br.gov.sp.prefeitura.redeinfo.intake.web;

import br.gov.sp.prefeitura.redeinfo.intake.domain.Column;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Verdict;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the reader's language what would become of a line. */
@Component
class LineWords {

  private final MessageSource messages;
  private final RefusalTexts refusals;
  private final Dates dates;

  LineWords(MessageSource messages, RefusalTexts refusals, Dates dates) {
    this.messages = messages;
    this.refusals = refusals;
    this.dates = dates;
  }

  ShownLine of(PlannedLine line) {
    return new ShownLine(
        line.number(),
        line.verdict(),
        line.title(),
        line.changes().stream()
            .map(
                change ->
                    new ShownChange(
                        header(change.column()),
                        value(change.column(), change.before()),
                        value(change.column(), change.after())))
            .toList(),
        line.problems().stream()
            .map(
                problem ->
                    new ShownProblem(
                        problem.column() == null ? null : header(problem.column()),
                        problem.value(),
                        text(problem.violation())))
            .toList());
  }

  String header(Column column) {
    return text(column.messageKey());
  }

  String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }

  private String text(Violation violation) {
    return refusals.text(
        new Violation(
            violation.field(),
            violation.code(),
            violation.args().stream()
                .map(arg -> arg instanceof LocalDate day ? dates.day(day) : arg)
                .toList()));
  }

  private String value(Column column, String value) {
    if (value == null) {
      return null;
    }
    return switch (column.type()) {
      case TEXT -> value;
      case DAY -> dates.day(LocalDate.parse(value));
      case WORD -> text(column.wordPrefix() + value);
    };
  }

  record ShownLine(
      int number,
      Verdict verdict,
      String title,
      List<ShownChange> changes,
      List<ShownProblem> problems) {}

  /**
   * @param before {@code null} if there was nothing
   */
  record ShownChange(String header, String before, String after) {}

  /**
   * @param header {@code null} if the whole line is meant
   * @param value what the cell says, or {@code null}
   */
  record ShownProblem(String header, String value, String text) {}
}
