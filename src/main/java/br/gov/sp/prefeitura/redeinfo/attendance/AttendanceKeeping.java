package br.gov.sp.prefeitura.redeinfo.attendance;

import java.util.Map;

/**
 * Keeps sheets without a page, for those who know already who came. Every call joins the caller's
 * transaction; the caller has decided that the keeper may.
 */
public interface AttendanceKeeping {

  /**
   * Records what a keeper says of these persons; whoever is not on the sheet is left out. In a
   * bounded number of statements.
   *
   * @param statuses present or absent, by person
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if the sheet is complete or the
   *     event cancelled
   */
  void record(long eventId, Map<Long, AttendanceStatus> statuses, long keeperId);

  /**
   * Completes the sheet: whoever has no entry was absent. Publishes {@link AttendanceClosed}.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if it is complete already, the event
   *     cancelled, or not begun
   */
  void complete(long eventId, long keeperId);
}
