package br.gov.sp.prefeitura.redeinfo.shared.documents;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises the taxpayer's number, which the network does not collect. Lists of human resources
 * often have it.
 */
public final class Cpf {

  private static final Pattern WRITTEN = Pattern.compile("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}");
  private static final Pattern BARE = Pattern.compile("\\d{11}");
  private static final int HEADER_LENGTH = 60;

  private Cpf() {}

  /**
   * @throws Refusal at the field {@code file} if a column of the table holds CPFs
   */
  public static void refuseIn(Table table) {
    for (int i = 0; i < table.header().size(); i++) {
      int place = i;
      String header = table.header().get(i);
      List<String> cells = table.rows().stream().map(row -> row.cells().get(place)).toList();
      if (isNamedBy(header) || fills(cells)) {
        throw Refusal.invalidField(TableReader.FIELD, "table.cpf", shortened(header));
      }
    }
  }

  private static String shortened(String header) {
    return header.length() <= HEADER_LENGTH ? header : header.substring(0, HEADER_LENGTH) + "…";
  }

  private static boolean isNamedBy(String header) {
    return Arrays.asList(PlainText.of(header).split(" ")).contains("cpf");
  }

  /**
   * Whether a column holds CPFs: one written with its dots, or nothing but numbers with the right
   * check digits (a telephone number has them by chance only).
   */
  private static boolean fills(List<String> cells) {
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
