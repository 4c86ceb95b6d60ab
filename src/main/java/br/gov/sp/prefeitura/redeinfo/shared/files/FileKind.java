package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of files that people may send; there are no others. */
public enum FileKind {
  PDF("application/pdf", Set.of("application/pdf"), "pdf"),
  PNG("image/png", Set.of("image/png"), "png"),
  JPEG("image/jpeg", Set.of("image/jpeg"), "jpg", "jpeg"),
  ODT("application/vnd.oasis.opendocument.text", Container.ODF, "odt"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", Container.ODF, "ods"),
  ODP("application/vnd.oasis.opendocument.presentation", Container.ODF, "odp"),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      Container.OOXML,
      "docx"),
  XLSX(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Container.OOXML, "xlsx"),
  PPTX(
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      Container.OOXML,
      "pptx"),
  CSV("text/csv", Container.TEXT, "csv"),
  TXT("text/plain", Container.TEXT, "txt");

  private final String mediaType;
  private final Set<String> found;
  private final List<String> endings;

  FileKind(String mediaType, Set<String> found, String... endings) {
    this.mediaType = mediaType;
    this.found = found;
    this.endings = List.of(endings);
  }

  /** What it is sent back as; without a character set for texts. */
  public String mediaType() {
    return mediaType;
  }

  /** The endings of names, without dots, the usual one first. */
  public List<String> endings() {
    return endings;
  }

  /** The kind that a name promises. */
  static Optional<FileKind> ofEnding(String ending) {
    return Arrays.stream(values()).filter(kind -> kind.endings.contains(ending)).findFirst();
  }

  /** Whether the content may be called this, as far as its first bytes tell. */
  boolean isFoundAs(String type) {
    return found.contains(type);
  }

  boolean isText() {
    return found == Container.TEXT;
  }

  boolean isPicture() {
    return this == PNG || this == JPEG;
  }

  boolean isOpenDocument() {
    return found == Container.ODF;
  }

  /** Of endings, for the attribute {@code accept} of a form. */
  public static String accepted() {
    return Arrays.stream(values())
        .flatMap(kind -> kind.endings.stream())
        .map(ending -> "." + ending)
        .reduce((one, other) -> one + "," + other)
        .orElseThrow();
  }

  /** What the first bytes are called when nothing of the name is looked at. */
  private static final class Container {

    private static final Set<String> ODF =
        Set.of(
            "application/zip",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation");
    private static final Set<String> OOXML = Set.of("application/zip", "application/x-tika-ooxml");
    private static final Set<String> TEXT = Set.of("text/plain");
  }
}
