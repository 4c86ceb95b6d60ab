package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;

/**
 * What became of a mark.
 *
 * @param status what the sheet says now; {@code null} if the person is not on it
 * @param reason why the absence is justified, or {@code null}
 * @param version of the entry now
 * @param otherId whose entry holds instead, or was replaced unseen; {@code null} if nobody else's
 */
public record MarkResult(
    long personId,
    Outcome outcome,
    AttendanceStatus status,
    String reason,
    int version,
    Long otherId) {

  /** In words: {@code attendance.outcome.<name>}. */
  public enum Outcome {
    RECORDED,
    /** The sheet says so already. */
    UNCHANGED,
    /** Recorded, in place of somebody else's entry that the keeper had not seen. */
    REPLACED,
    /** Somebody marked it later than this mark was made; theirs holds. */
    OVERTAKEN,
    NOT_ON_SHEET
  }
}
