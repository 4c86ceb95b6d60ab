package br.gov.sp.prefeitura.redeinfo.training.domain;

import java.time.Instant;

/**
 * One session of an edition.
 *
 * @param position 1, 2, … in the order they were planned
 * @param minutes what it counts for
 * @param place {@code null} if it is online alone
 * @param link where it takes place online, or {@code null}
 * @param material address of what was shown, or {@code null}
 * @param reason why it was last postponed or cancelled, or {@code null}
 * @param sequence how often its calendar entry has changed
 * @param attendanceEventId its sheet; {@code null} until the edition is published
 */
public record Session(
    long id,
    long editionId,
    int position,
    String title,
    Instant startsAt,
    Instant endsAt,
    int minutes,
    String place,
    String link,
    String material,
    boolean mandatory,
    State state,
    String reason,
    int sequence,
    Long attendanceEventId) {

  /** Where a session stands. */
  public enum State {
    PLANNED,
    /** It took place, and its sheet is complete. */
    HELD,
    CANCELLED
  }
}
