package br.gov.sp.prefeitura.redeinfo.shared.documents;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * CSV as it comes: UTF-8 with or without byte order mark, or Windows-1252, which Excel in
 * Portuguese still writes; cells separated by semicolons, commas or tabulators.
 */
final class CsvTables {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String SEPARATORS = ";,\t";

  /**
   * Portuguese letters of two UTF-8 bytes, read as Windows-1252: somebody joined two files of
   * different encodings, and names would be stored mutilated.
   */
  private static final Pattern UTF_8_IN_WINDOWS =
      Pattern.compile("\\u00C3[\\u0080-\\u00BF\\u0152-\\u0178\\u02C6-\\u203A\\u20AC\\u2122]");

  private CsvTables() {}

  static Table read(byte[] content, TableLimits limits) {
    String text = decode(content);
    TableBuilder table = new TableBuilder(limits);
    int line = 1;
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separatorOf(text))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(false)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      for (CsvRecord row : records) {
        line = Math.toIntExact(row.getStartingLineNumber());
        table.add(line, row.getFields());
      }
    } catch (CsvParseException e) {
      throw Refusal.invalidField(TableReader.FIELD, "table.quotes", line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.table();
  }

  private static String decode(byte[] content) {
    for (byte b : content) {
      if (b == 0) {
        // Also what a text of two bytes per character is full of.
        throw Refusal.unsupported(TableReader.FIELD, "table.encoding");
      }
    }
    Optional<String> utf8 = decode(content, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return utf8.get().startsWith("\uFEFF") ? utf8.get().substring(1) : utf8.get();
    }
    return decode(content, WINDOWS)
        .filter(text -> !UTF_8_IN_WINDOWS.matcher(text).find())
        .orElseThrow(() -> Refusal.unsupported(TableReader.FIELD, "table.encoding"));
  }

  private static Optional<String> decode(byte[] content, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The one that the first line with something in it uses most. */
  private static char separatorOf(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    int[] uses = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (char c : first.toCharArray()) {
      quoted ^= c == '"';
      int separator = SEPARATORS.indexOf(c);
      if (!quoted && separator >= 0) {
        uses[separator]++;
      }
    }
    int most = 0;
    for (int i = 1; i < uses.length; i++) {
      most = uses[i] > uses[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }
}
