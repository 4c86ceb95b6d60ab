package br.gov.sp.prefeitura.redeinfo.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Appendable text;

  /** A table that is built in memory. */
  public Csv() {
    this(new StringBuilder());
  }

  /** A table that is written row by row, for those of any length. */
  public Csv(Appendable text) {
    this.text = text;
    append(String.valueOf(BYTE_ORDER_MARK));
  }

  /** Adds a row; {@code null} gives an empty cell. */
  public Csv row(Object... cells) {
    return row(Arrays.asList(cells));
  }

  /** Adds a row; {@code null} gives an empty cell. */
  public Csv row(List<?> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        append(";");
      }
      append(cell(cells.get(i)));
    }
    append("\r\n");
    return this;
  }

  private void append(String more) {
    try {
      text.append(more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName))
        .contentType(TYPE)
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Begins an answer that is a file to be saved, to be written row by row. */
  public static Csv stream(HttpServletResponse response, String fileName) throws IOException {
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName));
    response.setContentType(TYPE.toString());
    return new Csv(response.getWriter());
  }

  private static String disposition(String fileName) {
    return ContentDisposition.attachment()
        .filename(fileName, StandardCharsets.UTF_8)
        .build()
        .toString();
  }
}
