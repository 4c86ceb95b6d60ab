package br.gov.sp.prefeitura.redeinfo.intake.domain;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises the taxpayer's number, which the network does not collect. Lists of human resources
 * often have it.
 */
final class Cpf {

  private static final Pattern WRITTEN = Pattern.compile("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}");
  private static final Pattern BARE = Pattern.compile("\\d{11}");

  private Cpf() {}

  static boolean isNamedBy(String header) {
    return Arrays.asList(Vocabulary.plain(header).split(" ")).contains("cpf");
  }

  /**
   * Whether a column holds CPFs: one written with its dots, or nothing but numbers with the right
   * check digits (a telephone number has them by chance only).
   */
  static boolean fills(List<String> cells) {
    if (cells.stream().anyMatch(cell -> WRITTEN.matcher(cell).matches() && isValid(cell))) {
      return true;
    }
    List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
    return !filled.isEmpty()
        && filled.stream().allMatch(cell -> BARE.matcher(cell).matches() && isValid(cell));
  }

  private static boolean isValid(String text) {
    int[] digits = text.chars().filter(Character::isDigit).map(c -> c - '0').toArray();
    return digits.length == 11
        && digits[9] == checkDigit(digits, 9)
        && digits[10] == checkDigit(digits, 10);
  }

  private static int checkDigit(int[] digits, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += digits[i] * (length + 1 - i);
    }
    return sum * 10 % 11 % 10;
  }
}
