package br.gov.sp.prefeitura.redeinfo.attendance;

import java.time.Instant;
import java.util.Collection;

/**
 * Opens the sheets of events and says who is expected. Every call joins the caller's transaction
 * and is safe to repeat.
 */
public interface AttendanceEvents {

  /** Opens the sheet of an event; the owner of the kind says who may keep it. */
  long plan(NewEvent event);

  /** The event is at another time; nothing happens once its sheet is complete. */
  void move(long eventId, Instant startsAt, Instant endsAt);

  /** The event does not take place; its sheet takes nothing more. A complete sheet stays. */
  void cancel(long eventId);

  /**
   * The persons stand on the sheets of these events, as far as those are open: who comes later was
   * not expected at what is over. In one statement.
   */
  void expect(Collection<Long> eventIds, Collection<Long> personIds);

  /** The person is taken off the sheets on which nothing is recorded of them. */
  void dismiss(Collection<Long> eventIds, long personId);

  /**
   * @param kind e.g. {@code training-session}: names the {@link AttendanceOwner}
   * @param subjectId the owner's id of what the event is
   */
  record NewEvent(String kind, long subjectId, String title, Instant startsAt, Instant endsAt) {}
}
