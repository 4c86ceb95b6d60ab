package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which lines of a sheet are looked at.
 *
 * @param text words of names and bodies' acronyms, as typed; never {@code null}
 * @param status {@code null} for all
 * @param after the person behind whom the page begins, or {@code null}
 */
public record SheetSearch(String text, AttendanceStatus status, Long after) {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int LONGEST = 120;
  private static final int MOST_WORDS = 8;

  public SheetSearch {
    text = text == null ? "" : text.strip();
    text = text.substring(0, Math.min(LONGEST, text.length()));
  }

  /** For each word, a pattern of {@code LIKE} that the sort key has to match. */
  List<String> patterns() {
    return Arrays.stream(plain(text).split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .toList();
  }

  /** In small letters without accents, as sort keys are. */
  static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
