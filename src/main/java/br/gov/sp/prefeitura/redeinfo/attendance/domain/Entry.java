package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import java.time.Instant;

/**
 * One line of a sheet.
 *
 * @param reason why the absence is justified, or {@code null}
 * @param markedAt when it was marked, {@code null} while the person is only expected; likewise who
 *     recorded it
 */
record Entry(
    long personId,
    AttendanceStatus status,
    String reason,
    Instant markedAt,
    Long recordedBy,
    int version) {

  boolean says(AttendanceStatus other, String otherReason) {
    return status == other && java.util.Objects.equals(reason, otherReason);
  }
}
