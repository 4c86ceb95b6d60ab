package br.gov.sp.prefeitura.redeinfo.shared.documents;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.Locale;

/**
 * Reads a table from a file that somebody sends: CSV as programs in Portuguese save it, or the
 * first sheet of an XLSX workbook. What the file is says its content; its name only has to agree.
 */
public final class TableReader {

  /** Where refusals stand on a form. */
  static final String FIELD = "file";

  private enum Format {
    CSV,
    WORKBOOK,
    /** The container of old Excel files, and of workbooks with a password. */
    COMPOUND,
    OTHER
  }

  private TableReader() {}

  /**
   * @param fileName only its ending counts
   * @throws Refusal with a code {@code table.…} at the field {@code file}: too large, of another
   *     kind, or not readable
   */
  public static Table read(String fileName, byte[] content, TableLimits limits) {
    String name = fileName == null ? "" : fileName.strip().toLowerCase(Locale.ROOT);
    if (content.length == 0) {
      throw Refusal.invalidField(FIELD, "table.empty");
    }
    Format format = formatOf(content);
    if (name.endsWith(".xlsm") || name.endsWith(".xlsb") || name.endsWith(".xltm")) {
      throw Refusal.unsupported(FIELD, "table.macros");
    }
    if (format == Format.COMPOUND) {
      throw Refusal.unsupported(FIELD, "table.protected");
    }
    boolean workbook = name.endsWith(".xlsx");
    if (!workbook && !name.endsWith(".csv") && !name.endsWith(".txt")) {
      throw Refusal.unsupported(FIELD, "table.type-unknown");
    }
    if (format != (workbook ? Format.WORKBOOK : Format.CSV)) {
      throw Refusal.unsupported(FIELD, "table.content-differs");
    }
    return workbook ? WorkbookTables.read(content, limits) : CsvTables.read(content, limits);
  }

  private static Format formatOf(byte[] content) {
    if (startsWith(content, 'P', 'K', 3, 4) || startsWith(content, 'P', 'K', 5, 6)) {
      return Format.WORKBOOK;
    }
    if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
      return Format.COMPOUND;
    }
    boolean other =
        startsWith(content, '%', 'P', 'D', 'F')
            || startsWith(content, 0x89, 'P', 'N', 'G')
            || startsWith(content, 0xFF, 0xD8, 0xFF)
            || startsWith(content, 'G', 'I', 'F', '8')
            || startsWith(content, 0x1F, 0x8B)
            || startsWith(content, 'M', 'Z')
            || startsWith(content, 0x7F, 'E', 'L', 'F')
            || startsWith(content, '<')
            || startsWith(content, '{', '\\', 'r', 't', 'f');
    return other ? Format.OTHER : Format.CSV;
  }

  private static boolean startsWith(byte[] content, int... start) {
    if (content.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((content[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
