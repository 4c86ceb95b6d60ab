package br.gov.sp.prefeitura.redeinfo.shared.documents;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words without regard to case, accents and punctuation, as people mean headers and names. */
public final class PlainText {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  private PlainText() {}

  public static String of(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return NEITHER_LETTER_NOR_DIGIT.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
