package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Change;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Problem;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Verdict;
import br.gov.sp.prefeitura.redeinfo.shared.documents.PlainText;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One line while it is being judged: its cells by column, what is wrong, what would change. */
final class LineDraft {

  private static final List<DateTimeFormatter> DAYS =
      List.of(
          SaoPaulo.DAY,
          DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
          DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT));

  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2200, 1, 1);

  private final int number;
  private final Map<Column, String> cells = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private String title = "";
  private Verdict verdict = Verdict.UNCHANGED;

  LineDraft(UploadedList list, UploadedList.Line line) {
    number = line.number();
    for (int i = 0; i < list.columns().size(); i++) {
      cells.put(list.columns().get(i), line.cells().get(i));
    }
  }

  int number() {
    return number;
  }

  /** {@code null} if the cell is empty or the list has no such column. */
  String text(Column column) {
    String cell = cells.get(column);
    return cell == null || cell.isEmpty() ? null : cell;
  }

  /** {@code null} without a problem if there is none, with one if there is no such day. */
  LocalDate day(Column column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    for (DateTimeFormatter format : DAYS) {
      try {
        LocalDate day = LocalDate.parse(text, format);
        if (!day.isBefore(FIRST_DAY) && day.isBefore(LAST_DAY)) {
          return day;
        }
      } catch (DateTimeException e) {
        // Perhaps in another form.
      }
    }
    problem(column, "intake.no-day");
    return null;
  }

  /** {@code null} without a problem if there is none, with one if it is no such word. */
  <E extends Enum<E>> E word(Column column, Map<String, E> words) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    E word = words.get(PlainText.of(text));
    if (word == null) {
      problem(column, "intake.no-such-word");
    }
    return word;
  }

  void title(String... parts) {
    title = String.join(" · ", java.util.Arrays.stream(parts).filter(Objects::nonNull).toList());
  }

  void problem(Column column, String code, Object... args) {
    problem(column, Violation.of(code, args));
  }

  void problem(Column column, Violation violation) {
    // Of one cell the first reason says enough.
    if (column == null || problems.stream().noneMatch(known -> known.column() == column)) {
      problems.add(new Problem(column, column == null ? null : text(column), violation));
    }
  }

  /** Puts what a rule found at the columns of its fields. */
  void problems(List<Violation> violations, Map<String, Column> columns) {
    violations.forEach(violation -> problem(columns.get(violation.field()), violation));
  }

  boolean isSound() {
    return problems.isEmpty();
  }

  /** Something that would be written where there was nothing. */
  void isNew() {
    verdict = Verdict.NEW;
  }

  /** Notes a change unless both are the same; {@code toString} says how it is shown. */
  void change(Column column, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(new Change(column, shown(before), shown(after)));
      if (verdict == Verdict.UNCHANGED) {
        verdict = Verdict.CHANGED;
      }
    }
  }

  boolean changes() {
    return isSound() && verdict == Verdict.CHANGED;
  }

  PlannedLine planned() {
    return isSound()
        ? new PlannedLine(number, verdict, title, changes, List.of())
        : new PlannedLine(number, Verdict.REFUSED, title, List.of(), problems);
  }

  private static String shown(Object value) {
    return value instanceof Enum<?> word ? word.name() : Objects.toString(value, null);
  }
}
