package br.gov.sp.prefeitura.redeinfo.shared.documents;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The first visible sheet of an XLSX workbook. Formulas are not evaluated: their cells say what the
 * program last showed. Dates become {@code YYYY-MM-DD}.
 */
final class WorkbookTables {

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]{1,40}(E[+-]?[0-9]{1,2})?");
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  /** The last day of the year 9999, the last that spreadsheets know. */
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

  private WorkbookTables() {}

  static Table read(byte[] content, TableLimits limits) {
    try {
      new WorkbookGuard(limits).check(content);
      return readChecked(content, limits);
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      // Whatever the libraries stumble over, the file is not as a program would have written it.
      throw WorkbookGuard.damaged();
    }
  }

  private static Table readChecked(byte[] content, TableLimits limits) throws IOException {
    TableBuilder table = new TableBuilder(limits);
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(
                new ByteArrayInputStream(content), new ReadingOptions(true, false));
        Stream<Row> rows = firstVisible(workbook).openStream()) {
      LocalDate dayZero = workbook.isDate1904() ? DAY_ZERO_1904 : DAY_ZERO;
      for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
        Row row = all.next();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
          cells.add(text(row.getCell(i), dayZero));
        }
        table.add(row.getRowNum(), cells);
      }
    }
    return table.table();
  }

  private static Sheet firstVisible(ReadableWorkbook workbook) {
    return workbook
        .getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .orElseThrow(WorkbookGuard::damaged);
  }

  private static String text(Cell cell, LocalDate dayZero) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getType() == CellType.STRING) {
      return cell.asString();
    }
    String raw = cell.getRawValue() == null ? "" : cell.getRawValue().strip();
    boolean number = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
    return number && NUMBER.matcher(raw).matches() ? number(raw, cell, dayZero) : raw;
  }

  private static String number(String raw, Cell cell, LocalDate dayZero) {
    BigDecimal value = new BigDecimal(raw);
    if (isDate(cell) && value.signum() > 0 && value.compareTo(LAST_DAY) <= 0) {
      return dayZero.plusDays(value.setScale(0, RoundingMode.FLOOR).longValueExact()).toString();
    }
    return value.stripTrailingZeros().toPlainString();
  }

  /** By the format: a day is a number to a spreadsheet. */
  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31)) {
      return true;
    }
    String format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    String letters = QUOTED.matcher(format.toLowerCase(java.util.Locale.ROOT)).replaceAll("");
    return letters.contains("y") || letters.contains("d");
  }
}
