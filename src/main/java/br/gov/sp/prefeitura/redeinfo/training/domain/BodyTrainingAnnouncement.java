package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a body says of a training of its own before it is held.
 *
 * @param bodyId {@code null} if none was chosen
 * @param hours planned length, in half hours
 */
public record BodyTrainingAnnouncement(
    Long bodyId, String title, LocalDate day, BigDecimal hours, Integer expectedPeople) {

  static final int LONGEST_TITLE = 160;

  /** Who forgot to announce may do so afterwards, and report right away. */
  static final int DAYS_BACK = 60;

  static final int MONTHS_AHEAD = 12;
  static final int MOST_PEOPLE = 5000;

  /**
   * @throws Refusal (invalid) with all fields that break a rule
   */
  BodyTrainingAnnouncement checked(LocalDate today) {
    Findings findings = new Findings();
    String line = findings.line("title", title, LONGEST_TITLE, true);
    if (isWrong(day, today)) {
      findings.add("day", "body-training.day-range", DAYS_BACK, MONTHS_AHEAD);
    }
    if (Hours.minutes(hours).isEmpty()) {
      findings.add("hours", "body-training.hours");
    }
    findings.number("expectedPeople", expectedPeople, 1, MOST_PEOPLE);
    findings.refuse();
    return new BodyTrainingAnnouncement(bodyId, line, day, hours, expectedPeople);
  }

  /** Whether a training cannot be announced for that day. */
  static boolean isWrong(LocalDate day, LocalDate today) {
    return day == null
        || day.isBefore(today.minusDays(DAYS_BACK))
        || day.isAfter(today.plusMonths(MONTHS_AHEAD));
  }
}
