package br.gov.sp.prefeitura.redeinfo.shared.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table for spreadsheets: UTF-8 with byte order mark and semicolons, as programs in Portuguese
 * expect, and no cell that a spreadsheet would run as a formula.
 */
public final class Csv {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);

  /** Adds a row; {@code null} gives an empty cell. */
  public Csv row(Object... cells) {
    return row(Arrays.asList(cells));
  }

  /** Adds a row; {@code null} gives an empty cell. */
  public Csv row(List<?> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        text.append(';');
      }
      text.append(cell(cells.get(i)));
    }
    text.append("\r\n");
    return this;
  }

  static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String content = value.toString();
    // Numbers keep their sign; everything else that a spreadsheet may take for a formula is
    // quoted away (OWASP, CSV injection).
    if (!(value instanceof Number) && startsFormula(content)) {
      content = "'" + content;
    }
    boolean quote = content.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
    return quote ? '"' + content.replace("\"", "\"\"") + '"' : content;
  }

  private static boolean startsFormula(String content) {
    String visible = content.stripLeading();
    char first = content.isEmpty() ? ' ' : content.charAt(0);
    return first == '\t'
        || first == '\r'
        || first == '\n'
        || (!visible.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(visible.charAt(0)) >= 0);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** The table as a file to be saved. */
  public ResponseEntity<byte[]> download(String fileName) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString())
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
