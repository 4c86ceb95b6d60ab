package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that happened to a follow-up.
 *
 * @param note what was said of it, or {@code null}
 * @param dueOn until when it was to be done from then on
 * @param bodyId by which body
 * @param ownerId by whom; {@code null}: by the body's office
 * @param by {@code null} for the application itself
 */
public record FollowUpEvent(
    Kind kind, String note, LocalDate dueOn, long bodyId, Long ownerId, Long by, Instant at) {

  /** What happened. */
  public enum Kind {
    OPENED,
    POSTPONED,
    BLOCKED,
    GIVEN,
    OWNER_LEFT,
    DONE,
    DROPPED
  }
}
