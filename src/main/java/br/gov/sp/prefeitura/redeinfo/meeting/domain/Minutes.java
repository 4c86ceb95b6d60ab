package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.time.Instant;

/** What is kept of a meeting's minutes. */
public final class Minutes {

  private Minutes() {}

  /**
   * Minutes that are being written.
   *
   * @param revision 0 before anybody has saved
   * @param savedBy {@code null} before
   */
  public record Draft(
      long meetingId, int revision, MinutesDraft typed, Long savedBy, Instant savedAt) {}

  /**
   * Minutes as they were circulated.
   *
   * @param number 1, 2, 3 …
   * @param remarksUntil when remarks end or were ended; {@code null} until they are circulated
   * @param decision {@code null} until somebody has decided
   * @param reason why they were returned, or {@code null}
   */
  public record Version(
      long meetingId,
      int number,
      MinutesContent content,
      long writtenBy,
      Instant writtenAt,
      Instant remarksUntil,
      Decision decision,
      String reason,
      Long decidedBy,
      Instant decidedAt) {

    /** Whether remarks are taken at that moment. */
    public boolean takesRemarks(Instant now) {
      return decision == null && remarksUntil != null && now.isBefore(remarksUntil);
    }
  }

  /** What became of a version. */
  public enum Decision {
    APPROVED,
    RETURNED
  }

  /**
   * What somebody remarked on a version.
   *
   * @param item which item it is about, counted from 1; {@code null} for the whole
   * @param madeBy {@code null} once names have lapsed
   * @param answer the coordination's, or {@code null}
   */
  public record Remark(
      long id,
      long meetingId,
      int number,
      Integer item,
      String text,
      Long madeBy,
      Instant madeAt,
      String answer,
      Long answeredBy,
      Instant answeredAt) {}
}
