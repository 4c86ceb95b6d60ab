package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.shared.documents.TableLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are no lists, broken, too large or built to harm, and the reason they are refused. */
public final class HostileFiles {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final byte[] WORKBOOK =
      Workbooks.of(List.of(List.of("Nome"), List.of("João"), List.of("Ana")));

  private HostileFiles() {}

  /**
   * @param limits that some of the files pass
   */
  public static Stream<HostileFile> all(TableLimits limits) {
    return Stream.of(texts(), otherFiles(), workbooks(), tooMuch(limits)).flatMap(all -> all);
  }

  private static Stream<HostileFile> texts() {
    return Stream.of(
        file("nothing at all", "a.csv", "", 400, "table.empty"),
        file("blank lines only", "a.csv", "\n;;\n\r\n", 400, "table.empty"),
        file("a header only", "a.csv", "Nome;RF\n", 400, "table.no-lines"),
        file("NUL in a cell", "a.csv", "Nome\nJo\0o\n", 415, "table.encoding"),
        file("an escape sequence", "a.csv", "Nome\nJo\u001B[2Jo\n", 400, "table.characters"),
        file("text that turns around", "a.csv", "Nome\nJo\u202Eoã\n", 400, "table.characters"),
        file("a quote that never closes", "a.csv", "Nome\n\"João\n", 400, "table.quotes"),
        file("text behind a quote", "a.csv", "Nome\n\"João\"x\n", 400, "table.quotes"),
        file(
            "more cells than headers",
            "a.csv",
            "Nome\nJoão;x\n",
            400,
            "table.more-cells-than-header"),
        new HostileFile(
            "two bytes per letter",
            "a.csv",
            "Nome\nAna\n".getBytes(StandardCharsets.UTF_16),
            415,
            "table.encoding"),
        new HostileFile(
            "two encodings in one file",
            "a.csv",
            join("Nome\nJoão\n".getBytes(StandardCharsets.UTF_8), "Conceição\n".getBytes(WINDOWS)),
            415,
            "table.encoding"),
        new HostileFile(
            "bytes that are no letters",
            "a.csv",
            join("Nome\n".getBytes(WINDOWS), new byte[] {(byte) 0x81, (byte) 0x8D, '\n'}),
            415,
            "table.encoding"));
  }

  private static Stream<HostileFile> otherFiles() {
    byte[] compound = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A};
    return Stream.of(
        file(
            "a web page as CSV",
            "a.csv",
            "<html><script>alert(1)</script>",
            415,
            "table.content-differs"),
        file("a PDF as CSV", "a.csv", "%PDF-1.7", 415, "table.content-differs"),
        file("a text as workbook", "a.xlsx", "Nome\nJoão\n", 415, "table.content-differs"),
        new HostileFile("a workbook as CSV", "a.csv", WORKBOOK, 415, "table.content-differs"),
        file("a program", "a.exe", "MZ", 415, "table.type-unknown"),
        file("no ending", "lista", "Nome\nJoão\n", 415, "table.type-unknown"),
        file("a name that climbs", "../../etc/passwd", "Nome\nJoão\n", 415, "table.type-unknown"),
        new HostileFile("a workbook with a password", "a.xlsx", compound, 415, "table.protected"),
        new HostileFile("an old workbook", "a.xls", compound, 415, "table.protected"),
        new HostileFile("a workbook named for its macros", "a.xlsm", WORKBOOK, 415, "table.macros"),
        new HostileFile(
            "another kind of archive",
            "a.xlsx",
            Workbooks.zip(
                Map.of("mimetype", "application/vnd.oasis".getBytes(StandardCharsets.UTF_8))),
            415,
            "table.content-differs"));
  }

  private static Stream<HostileFile> workbooks() {
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    return Stream.of(
        tampered("macros inside", "xl/vbaProject.bin", "", "x", 415, "table.macros"),
        tampered(
            "macros declared",
            "[Content_Types].xml",
            "sheet.main+xml",
            "sheet.macroEnabled.main+xml",
            415,
            "table.macros"),
        tampered(
            "a file of the server",
            SHEET,
            "<worksheet",
            entity + "<worksheet",
            400,
            "table.damaged"),
        tampered(
            "entities in the texts",
            "xl/sharedStrings.xml",
            "<sst",
            entity + "<sst",
            400,
            "table.damaged"),
        tampered(
            "a cell beyond all columns", SHEET, "r=\"A2\"", "r=\"AAAAAAA2\"", 400, "table.damaged"),
        tampered(
            "a row beyond all rows",
            SHEET,
            "<row r=\"2\"",
            "<row r=\"99999999999\"",
            400,
            "table.damaged"),
        tampered("XML that does not end", SHEET, "</worksheet>", "", 400, "table.damaged"),
        tampered("no sheet", SHEET, "<worksheet", "<html", 400, "table.damaged"),
        new HostileFile(
            "half a workbook",
            "a.xlsx",
            java.util.Arrays.copyOf(WORKBOOK, WORKBOOK.length / 2),
            400,
            "table.damaged"));
  }

  private static Stream<HostileFile> tooMuch(TableLimits limits) {
    String manyLines = "Nome\n" + "Ana\n".repeat(limits.lines() + 1);
    return Stream.of(
        file("too many lines", "a.csv", manyLines, 413, "table.too-many-lines"),
        file(
            "a million lines",
            "a.csv",
            "Nome\n" + "x\n".repeat(1_000_000),
            413,
            "table.too-many-lines"),
        file(
            "ten thousand columns",
            "a.csv",
            "x;".repeat(10_000) + "x\n",
            413,
            "table.too-many-columns"),
        new HostileFile(
            "columns at the far end of a workbook",
            "a.xlsx",
            Workbooks.tampered(WORKBOOK, SHEET, xml -> xml.replace("r=\"A2\"", "r=\"XFD2\"")),
            413,
            "table.too-many-columns"),
        file(
            "a cell as long as a book",
            "a.csv",
            "Nome\n" + "x".repeat(limits.cellLength() + 1) + "\n",
            413,
            "table.cell-too-long"),
        new HostileFile(
            "a bomb in an archive",
            "a.xlsx",
            bomb(limits.unpackedBytes()),
            413,
            "table.too-large-unpacked"),
        new HostileFile(
            "thousands of parts", "a.xlsx", manyParts(), 413, "table.too-large-unpacked"));
  }

  private static byte[] bomb(long unpackedBytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(SHEET));
      byte[] zeros = new byte[64 * 1024];
      for (long written = 0; written <= unpackedBytes; written += zeros.length) {
        zip.write(zeros);
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] manyParts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (int i = 0; i < 2000; i++) {
      parts.put("xl/media/" + i + ".bin", new byte[0]);
    }
    return Workbooks.zip(parts);
  }

  private static HostileFile tampered(
      String title, String part, String before, String after, int status, String code) {
    byte[] content =
        Workbooks.tampered(
            WORKBOOK, part, text -> before.isEmpty() ? text + after : text.replace(before, after));
    return new HostileFile(title, "a.xlsx", content, status, code);
  }

  private static HostileFile file(
      String title, String name, String content, int status, String code) {
    return new HostileFile(title, name, content.getBytes(StandardCharsets.UTF_8), status, code);
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  /**
   * @param status the answer to who sends it
   * @param code of the refusal; its text is {@code refusal.<code>}
   */
  public record HostileFile(String title, String name, byte[] content, int status, String code) {

    @Override
    public String toString() {
      return title;
    }
  }
}
