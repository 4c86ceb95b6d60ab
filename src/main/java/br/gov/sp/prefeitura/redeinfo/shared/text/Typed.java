package br.gov.sp.prefeitura.redeinfo.shared.text;

import java.util.Locale;

/** Brings what people typed into the form in which it is kept. */
public final class Typed {

  private Typed() {}

  /** Without surrounding and doubled spaces; {@code null} when nothing is left. */
  public static String line(String value) {
    if (value == null) {
      return null;
    }
    String clean = value.strip().replaceAll("[ \\u00a0]+", " ");
    return clean.isEmpty() ? null : clean;
  }

  /** Line breaks are kept. */
  public static String text(String value) {
    if (value == null) {
      return null;
    }
    String clean = value.strip().replace("\r\n", "\n").replace('\r', '\n');
    return clean.isEmpty() ? null : clean;
  }

  public static String email(String value) {
    String line = line(value);
    return line == null ? null : line.toLowerCase(Locale.ROOT);
  }

  /** Control and invisible formatting characters have no place in names and reasons. */
  public static boolean hasControlCharacters(String value, boolean multiline) {
    return value != null
        && value
            .codePoints()
            .anyMatch(
                c ->
                    c != '\n'
                            && (Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT)
                        || c == '\n' && !multiline
                        || Character.getType(c) == Character.SURROGATE);
  }
}
