package br.gov.sp.prefeitura.redeinfo.attendance;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Reads sheets, in one statement a call. Lists of other modules may join the view {@code
 * attendance_sheet} (event_id, person_id, status, recorded_at) instead.
 */
public interface AttendanceSheets {

  /** How many are expected, present, absent and justified, by event. */
  Map<Long, Counts> counts(Collection<Long> eventIds);

  /** What the sheets of these events say of the person, by event. */
  Map<Long, AttendanceStatus> of(long personId, Collection<Long> eventIds);

  /** The persons of whom the sheet says so, by id. */
  List<Long> persons(long eventId, AttendanceStatus status);

  /**
   * @param expected all who stand on the sheet
   */
  record Counts(int expected, int present, int absent, int justified) {}
}
