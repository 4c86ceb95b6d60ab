package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A quarter of a year, written {@code 2026-Q4}. */
public record Quarter(int year, int number) {

  private static final Pattern FORM = Pattern.compile("(\\d{4})-Q([1-4])");

  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  /**
   * @throws IllegalArgumentException if the text is no quarter
   */
  public static Quarter parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a quarter: " + text);
    }
    return new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  /** The four of the year, in order. */
  public static List<Quarter> of(Year year) {
    return IntStream.rangeClosed(1, 4).mapToObj(n -> new Quarter(year.getValue(), n)).toList();
  }

  public LocalDate firstDay() {
    return LocalDate.of(year, number * 3 - 2, 1);
  }

  public LocalDate lastDay() {
    return firstDay().plusMonths(3).minusDays(1);
  }

  @Override
  public String toString() {
    return "%04d-Q%d".formatted(year, number);
  }
}
