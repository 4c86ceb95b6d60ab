package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * PDFs that do nothing but show pages. Readers run scripts, start programs, open attachments and
 * send forms when a PDF says so; each of these has a name that must stand in its objects. Objects
 * are plain text between the streams, or packed into streams of objects, which alone are unpacked
 * here, up to a limit. An own look, because the PDF library unpacks what it meets into memory
 * without any.
 */
final class PdfCheck {

  private static final String BEGINNING = "%PDF-";
  private static final int TAIL = 2048;
  private static final int LONGEST_DICTIONARY = 16 * 1024;

  private static final Pattern DOES_SOMETHING =
      Pattern.compile(
          "/(JavaScript|JS(?=[\\s(<\\[/0-9])|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData"
              + "|SubmitForm|GoToE|GoToR|Rendition|Movie|Sound)(?![A-Za-z0-9])");

  private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt(?![A-Za-z0-9])");
  private static final Pattern STREAM = Pattern.compile(">>\\s*stream\\r?\\n");
  private static final Pattern OBJECTS = Pattern.compile("/First(?![A-Za-z0-9])");
  private static final Pattern DEFLATED =
      Pattern.compile("/Filter\\s*(\\[\\s*)?/(FlateDecode|Fl)\\s*(]|/(?!\\w*Decode)|>>)");

  private static final Pattern PREDICTED = Pattern.compile("/Predictor\\s+(?!1\\b)");
  private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final Pattern OBJECT = Pattern.compile("\\d\\s+obj\\b");

  private final byte[] bytes;
  private final String text;
  private long unpacked;

  private PdfCheck(byte[] bytes) {
    this.bytes = bytes;
    // One byte is one character: positions agree.
    this.text = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /**
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if it does more than show pages, or
   *     does not let itself be looked at
   */
  static void check(Path file) throws IOException {
    new PdfCheck(Files.readAllBytes(file)).check();
  }

  private void check() {
    if (!text.startsWith(BEGINNING)
        || text.indexOf("%%EOF", Math.max(0, text.length() - TAIL)) < 0) {
      throw FileCheck.damaged();
    }
    Matcher stream = STREAM.matcher(text);
    int from = 0;
    while (stream.find(from)) {
      look(text.substring(from, stream.start() + 2));
      int end = text.indexOf("endstream", stream.end());
      if (end < 0) {
        throw FileCheck.damaged();
      }
      body(dictionary(stream.start() + 2), stream.end(), end);
      from = end;
    }
    look(text.substring(from));
  }

  private void body(String dictionary, int from, int end) {
    if (OBJECTS.matcher(dictionary).find()) {
      look(unpack(dictionary, from, end));
    } else if (OBJECT.matcher(text).region(from, end).find()) {
      // Text that pretends to be a stream hides what stands in it.
      look(text.substring(from, end));
    }
  }

  private String dictionary(int end) {
    int from = Math.max(0, end - LONGEST_DICTIONARY);
    int object = text.lastIndexOf(" obj", end);
    return unescaped(text.substring(Math.max(from, object), end));
  }

  private String unpack(String dictionary, int from, int end) {
    if (!dictionary.contains("/Filter")) {
      return text.substring(from, end);
    }
    if (!DEFLATED.matcher(dictionary).find() || PREDICTED.matcher(dictionary).find()) {
      throw FileCheck.unsupported("file.protected");
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, from, end - from);
      StringBuilder found = new StringBuilder();
      byte[] piece = new byte[64 * 1024];
      for (int read = inflater.inflate(piece); read > 0; read = inflater.inflate(piece)) {
        unpacked += read;
        if (unpacked > FileCheck.MOST_UNPACKED / 4) {
          throw br.gov.sp.prefeitura.redeinfo.shared.error.Refusal.tooLarge(
              FileCheck.FIELD,
              "file.too-large-unpacked",
              FileCheck.MOST_UNPACKED / 4 / (1024 * 1024));
        }
        found.append(new String(piece, 0, read, StandardCharsets.ISO_8859_1));
      }
      return found.toString();
    } catch (DataFormatException e) {
      throw FileCheck.damaged();
    } finally {
      inflater.end();
    }
  }

  private static void look(String objects) {
    String plain = unescaped(objects);
    if (ENCRYPTED.matcher(plain).find()) {
      throw FileCheck.unsupported("file.protected");
    }
    if (DOES_SOMETHING.matcher(plain).find()) {
      throw FileCheck.unsupported("file.active");
    }
  }

  /** Names may be written with #xx for any character. */
  private static String unescaped(String objects) {
    return objects.indexOf('#') < 0
        ? objects
        : ESCAPE
            .matcher(objects)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
