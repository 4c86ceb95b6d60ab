package br.gov.sp.prefeitura.redeinfo.shared.files;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Looks through a file that somebody sent before anybody keeps it: what it is by its content, that
 * its name promises the same, and that it is not built to harm who opens it. What a file does not
 * need to be evidence (macros, scripts, attachments inside, passwords) is refused, not repaired.
 * Works on a temporary file, in small pieces but for PDFs, whose bytes are searched at once; time
 * and memory are bounded by the caller's limit and {@link #MOST_UNPACKED}. Neither opens links nor
 * runs anything.
 */
@Component
public class FileCheck {

  static final String FIELD = "file";

  /** Of everything inside an office file or a PDF, in bytes. */
  static final long MOST_UNPACKED = 100L * 1024 * 1024;

  private final Detector detector = MimeTypes.getDefaultMimeTypes();

  /**
   * @param sentName as the browser sent it
   * @param limit in bytes
   * @throws Refusal at the field {@code file}: (too large), (unsupported) for another kind of file,
   *     a disguise or something built to harm, (invalid) if it is empty or damaged
   * @throws UncheckedIOException if the file cannot be read
   */
  public CheckedFile check(String sentName, InputStreamSource content, long limit) {
    FileName name = FileName.of(sentName).orElseThrow(() -> unsupported("file.type-unknown"));
    try {
      Path file = Files.createTempFile("check", null);
      try {
        copy(content, file, limit);
        check(file, name.kind());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CheckedFile(name.toString(), name.kind());
  }

  private static void copy(InputStreamSource content, Path file, long limit) throws IOException {
    try (InputStream in = content.getInputStream();
        var out = Files.newOutputStream(file)) {
      byte[] piece = new byte[64 * 1024];
      long size = 0;
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        size += read;
        if (size > limit) {
          throw tooLarge(limit);
        }
        out.write(piece, 0, read);
      }
      if (size == 0) {
        throw Refusal.invalidField(FIELD, "file.empty");
      }
    }
  }

  private void check(Path file, FileKind kind) throws IOException {
    if (!kind.isFoundAs(typeOf(file))) {
      throw unsupported("file.content-differs");
    }
    if (kind == FileKind.PDF) {
      PdfCheck.check(file);
    } else if (kind.isPicture()) {
      PictureCheck.check(file, kind);
    } else if (kind.isText()) {
      TextCheck.check(file);
    } else {
      new OfficeCheck(kind).check(file);
    }
    if (kind == FileKind.PDF || kind.isPicture()) {
      Disguise.refuseArchive(file);
    }
  }

  /** By the first bytes alone: what the name says is not asked. */
  private String typeOf(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      MediaType type = detector.detect(in, new Metadata());
      return type.getBaseType().toString();
    }
  }

  static Refusal tooLarge(long limit) {
    return Refusal.tooLarge(FIELD, "file.too-large", limit / (1024 * 1024));
  }

  static Refusal unsupported(String code) {
    return Refusal.unsupported(FIELD, code);
  }

  static Refusal damaged() {
    return Refusal.invalidField(FIELD, "file.damaged");
  }
}
