package br.gov.sp.prefeitura.redeinfo.shared.documents;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people mean by a cell: spreadsheets bring spaces that do not break and line breaks along.
 */
final class CellText {

  private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\uFEFF]");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** Controls, halves of characters, and what turns the direction in which others are read. */
  private static final Pattern REFUSED =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]");

  private CellText() {}

  /** In one line, composed, without what cannot be seen; empty if it holds what no text may. */
  static Optional<String> clean(String cell) {
    String visible = INVISIBLE.matcher(cell).replaceAll("");
    String line = SPACES.matcher(visible).replaceAll(" ").strip();
    return REFUSED.matcher(line).find()
        ? Optional.empty()
        : Optional.of(Normalizer.normalize(line, Normalizer.Form.NFC));
  }
}
