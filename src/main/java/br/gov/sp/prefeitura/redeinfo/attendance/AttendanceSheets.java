package br.gov.sp.prefeitura.redeinfo.attendance;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** The event of a sheet, as far as others may know it. */
  Optional<SheetEvent> event(long eventId);

  /**
   * Events with an open sheet that begin in this time, the earliest first: what another module may
   * share the sheet of.
   */
  List<SheetEvent> open(Instant from, Instant until, int limit);

  /**
   * @param kind names the {@link AttendanceOwner}
   * @param complete whether everybody on the sheet is present, absent or justified
   * @param cancelled whether it does not take place
   */
  record SheetEvent(
      long id,
      String kind,
      long subjectId,
      String title,
      Instant startsAt,
      Instant endsAt,
      boolean complete,
      boolean cancelled) {}

  /**
   * @param expected all who stand on the sheet
   */
  record Counts(int expected, int present, int absent, int justified) {}
}
