package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a file as it is shown and given to who downloads it, made of what a browser sent:
 * without folders, characters that cannot be seen or turn the text around, and endings other than
 * the last.
 *
 * @param stem what stands before the ending, never empty
 * @param kind what the ending promises
 */
record FileName(String stem, FileKind kind) {

  private static final int LONGEST = 100;

  /** Nothing if the ending is none that is taken. */
  static Optional<FileName> of(String sent) {
    String name = sent == null ? "" : sent;
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = visible(Normalizer.normalize(name, Normalizer.Form.NFC));
    int dot = clean.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String ending = clean.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    return FileKind.ofEnding(ending)
        .map(kind -> new FileName(stem(clean.substring(0, dot), kind), kind));
  }

  private static String visible(String name) {
    StringBuilder clean = new StringBuilder();
    name.codePoints()
        .filter(
            c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.SURROGATE,
                      Character.PRIVATE_USE,
                      Character.UNASSIGNED ->
                      false;
                  default -> true;
                })
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .map(c -> "\"<>|:*?%;".indexOf(c) >= 0 ? '-' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** "foto.php" becomes "foto-php": nothing reads a second ending into it. */
  private static String stem(String typed, FileKind kind) {
    String stem = typed.replace('.', '-').replaceAll(" +", " ").replaceAll("^[- ]+|[- ]+$", "");
    if (stem.isEmpty()) {
      return kind.endings().get(0);
    }
    return stem.codePointCount(0, stem.length()) <= LONGEST
        ? stem
        : stem.substring(0, stem.offsetByCodePoints(0, LONGEST)).strip();
  }

  @Override
  public String toString() {
    return stem + "." + kind.endings().get(0);
  }
}
