package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A milestone of an approved pilot, as last reported and accepted.
 *
 * @param responsible office or unit, or {@code null}
 * @param actualStart {@code null} if work on it has not begun
 * @param actualEnd {@code null} if it is not reached
 * @param percent how much of it is done
 * @param delayReason why it is late, or {@code null}
 * @param droppedAt when a change of scope took it out, or {@code null}
 */
public record Milestone(
    long id,
    int position,
    String title,
    LocalDate plannedStart,
    LocalDate plannedEnd,
    String responsible,
    LocalDate actualStart,
    LocalDate actualEnd,
    int percent,
    String delayReason,
    Instant droppedAt) {

  public boolean isDropped() {
    return droppedAt != null;
  }

  /** Whether it should have been reached before this day. */
  public boolean isLate(LocalDate today) {
    return isLate(today, percent);
  }

  boolean isLate(LocalDate today, int percentNow) {
    return percentNow < 100 && plannedEnd.isBefore(today);
  }
}
