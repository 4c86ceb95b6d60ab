package br.gov.sp.prefeitura.redeinfo.training.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A training that a body gives its own people.
 *
 * @param minutes planned length
 * @param people who took part, as reported; {@code null} before
 * @param reportedMinutes how long it took, as reported; {@code null} before
 * @param summary what was done, or {@code null}
 * @param reason why the report was last returned, or the training not held or cancelled; else
 *     {@code null}
 */
public record BodyTraining(
    long id,
    long bodyId,
    String title,
    LocalDate day,
    int minutes,
    int expectedPeople,
    State state,
    Instant stateSince,
    long announcedBy,
    Instant announcedAt,
    Integer people,
    Integer reportedMinutes,
    String summary,
    Long reportedBy,
    Instant reportedAt,
    String reason,
    Long decidedBy,
    Instant decidedAt) {

  /** Where it stands. */
  public enum State {
    /** Its day has not passed. */
    ANNOUNCED,
    /** The body is asked what became of it. */
    REPORT_DUE,
    /** The coordination is asked whether it counts. */
    REPORTED,
    /** The body is asked again. */
    RETURNED,
    /** It counts for the body. */
    APPROVED,
    NOT_HELD,
    CANCELLED;

    /** Whether it can still become something else. */
    public boolean isOpen() {
      return this == ANNOUNCED || this == REPORT_DUE || this == REPORTED || this == RETURNED;
    }

    /** Whether the body, or the coordination, may still call it off. */
    public boolean isCancellable() {
      return this == ANNOUNCED || this == REPORT_DUE || this == RETURNED;
    }
  }
}
