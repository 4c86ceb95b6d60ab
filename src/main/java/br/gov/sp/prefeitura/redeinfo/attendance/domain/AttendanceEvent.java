package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import java.time.Instant;

/**
 * Something people are expected at, with one sheet.
 *
 * @param kind names the {@link br.gov.sp.prefeitura.redeinfo.attendance.AttendanceOwner}
 * @param subjectId the owner's id of what it is
 * @param closedAt when the sheet was complete, or {@code null}
 * @param closedBy who completed it, or {@code null}
 */
public record AttendanceEvent(
    long id,
    String kind,
    long subjectId,
    String title,
    Instant startsAt,
    Instant endsAt,
    State state,
    Instant closedAt,
    Long closedBy) {

  /** In words: {@code attendance.state.<name>}. */
  public enum State {
    /** Entries are recorded. */
    OPEN,
    /** Complete: everybody is present, absent or justified; changes are corrections. */
    CLOSED,
    /** It does not take place. */
    CANCELLED
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  public boolean isClosed() {
    return state == State.CLOSED;
  }
}
