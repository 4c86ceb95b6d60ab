package br.gov.sp.prefeitura.redeinfo.workflow.form;

/** Which characters a text may have, so that it can be stored and shown as it was meant. */
public final class Characters {

  private Characters() {}

  /**
   * No control characters (NUL cannot be stored at all), no halves of surrogate pairs, no marks
   * that turn the direction of the text around them.
   *
   * @param severalLines whether line breaks and tabs are allowed
   */
  public static boolean allowed(String text, boolean severalLines) {
    return text.codePoints().allMatch(character -> allowed(character, severalLines));
  }

  private static boolean allowed(int character, boolean severalLines) {
    if (character == '\n' || character == '\r' || character == '\t') {
      return severalLines;
    }
    boolean turnsDirection =
        character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.SURROGATE
        && !turnsDirection;
  }
}
