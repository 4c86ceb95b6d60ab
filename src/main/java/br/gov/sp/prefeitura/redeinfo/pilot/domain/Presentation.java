package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;

/**
 * A presentation of an approved pilot at a workshop.
 *
 * @param authorities high authorities invited, one per line, or {@code null}
 * @param held {@code null} until it is recorded
 * @param note what the coordination noted of it, or {@code null}
 * @param movedAt when it was given up for another date, or {@code null}
 */
public record Presentation(
    long id,
    long pilotId,
    Instant startsAt,
    String place,
    String authorities,
    long scheduledBy,
    Instant scheduledAt,
    Boolean held,
    String note,
    Long recordedBy,
    Instant recordedAt,
    Instant movedAt) {

  /** Whether it is still to come, or to be recorded. */
  public boolean isOpen() {
    return held == null && movedAt == null;
  }
}
