package br.gov.sp.prefeitura.redeinfo.shared.files;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Office files, which are archives: what the parts say that they are, no more than a limit once
 * unpacked, no macros, no programs and no templates from elsewhere. A workbook inside a document
 * (every chart has one) is looked through as well, one inside that is refused.
 */
final class OfficeCheck {

  private static final int MOST_PARTS = 5000;
  private static final int MOST_KEPT = 10 * 1024 * 1024;

  private static final Pattern PROGRAM =
      Pattern.compile(
          "(^|/)(vbaproject|vbadata|oleobject\\d*|activex\\d*)\\.(bin|xml)$|/macrosheets/|/activex/"
              + "|^(basic|scripts)/|\\.(exe|dll|js|vbs|bat|cmd|ps1|jar|class|hta|scr|lnk|html?|svg)$");

  private static final Pattern FROM_ELSEWHERE =
      Pattern.compile(
          "<[^>]*relationships/(attachedTemplate|oleObject|frame|subDocument)[^>]*\"External\""
              + "|<[^>]*\"External\"[^>]*relationships/(attachedTemplate|oleObject|frame|subDocument)");

  private final FileKind kind;
  private final boolean inside;
  private long unpacked;
  private int parts;

  OfficeCheck(FileKind kind) {
    this(kind, false);
  }

  private OfficeCheck(FileKind kind, boolean inside) {
    this.kind = kind;
    this.inside = inside;
  }

  /**
   * @throws Refusal if this is not a harmless file of the kind
   */
  void check(Path file) {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      check(zip);
    } catch (IOException | IllegalArgumentException e) {
      // What the library says of archives that are none, in many ways.
      throw FileCheck.damaged();
    }
  }

  private void check(ZipFile zip) throws IOException {
    boolean recognized = false;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (++parts > MOST_PARTS) {
        throw tooLarge();
      }
      String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
      if (PROGRAM.matcher(name).find()) {
        throw FileCheck.unsupported("file.macros");
      }
      if (!zip.canReadEntryData(entry) || name.equals("encryptedpackage")) {
        throw FileCheck.unsupported("file.protected");
      }
      recognized |= check(zip, entry, name);
    }
    if (!recognized) {
      throw FileCheck.unsupported("file.content-differs");
    }
  }

  /**
   * @return whether the part says that the file is of the kind
   */
  private boolean check(ZipFile zip, ZipArchiveEntry entry, String name) throws IOException {
    boolean words =
        name.equals("mimetype")
            || name.equals("[content_types].xml")
            || name.equals("meta-inf/manifest.xml")
            || name.endsWith(".rels");
    byte[] data = read(zip, entry, words);
    if (isArchive(data)) {
      checkInside(name, data);
    }
    if (!words) {
      return false;
    }
    String text = new String(data, StandardCharsets.UTF_8);
    if (text.contains("macroEnabled") || text.contains("vbaProject")) {
      throw FileCheck.unsupported("file.macros");
    }
    if (name.equals("meta-inf/manifest.xml") && text.contains("encryption-data")) {
      throw FileCheck.unsupported("file.protected");
    }
    if (name.endsWith(".rels") && FROM_ELSEWHERE.matcher(text).find()) {
      throw FileCheck.unsupported("file.from-elsewhere");
    }
    return saysKind(name, text);
  }

  private boolean saysKind(String name, String text) {
    if (kind.isOpenDocument()) {
      return name.equals("mimetype") && text.strip().equals(kind.mediaType());
    }
    String main =
        switch (kind) {
          case DOCX -> "wordprocessingml.document.main+xml";
          case XLSX -> "spreadsheetml.sheet.main+xml";
          default -> "presentationml.presentation.main+xml";
        };
    return name.equals("[content_types].xml") && text.contains(main);
  }

  /**
   * Unpacks everything to its end, for its size is what it is and not what it says.
   *
   * @param words whether the part is one that has to be read
   * @return the whole part if it is read or an archive, else nothing
   */
  private byte[] read(ZipFile zip, ZipArchiveEntry entry, boolean words) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] piece = new byte[32 * 1024];
    try (InputStream in = zip.getInputStream(entry)) {
      int read = in.readNBytes(piece, 0, piece.length);
      boolean keep = words || isArchive(piece);
      while (read > 0) {
        unpacked += read;
        if (unpacked > FileCheck.MOST_UNPACKED || keep && kept.size() + read > MOST_KEPT) {
          throw tooLarge();
        }
        if (keep) {
          kept.write(piece, 0, read);
        }
        read = in.readNBytes(piece, 0, piece.length);
      }
    }
    return kept.toByteArray();
  }

  private void checkInside(String name, byte[] data) throws IOException {
    FileKind found =
        name.contains("/embeddings/")
            ? FileKind.ofEnding(name.substring(name.lastIndexOf('.') + 1)).orElse(null)
            : null;
    if (inside || found == null || found.isText() || found.isPicture() || found == FileKind.PDF) {
      throw FileCheck.unsupported("file.archive-inside");
    }
    OfficeCheck check = new OfficeCheck(found, true);
    check.unpacked = unpacked;
    check.parts = parts;
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(data)).get()) {
      check.check(zip);
    }
    unpacked = check.unpacked;
    parts = check.parts;
  }

  private static boolean isArchive(byte[] data) {
    return data.length >= 4 && data[0] == 'P' && data[1] == 'K' && data[2] == 3 && data[3] == 4;
  }

  private static Refusal tooLarge() {
    return Refusal.tooLarge(
        FileCheck.FIELD, "file.too-large-unpacked", FileCheck.MOST_UNPACKED / (1024 * 1024));
  }
}
