package br.gov.sp.prefeitura.redeinfo.meeting;

import java.util.Set;

/** Where a meeting stands. In words: {@code meeting.state.<name>}. */
public enum MeetingState {
  /** Has a date and a growing agenda; nobody is invited yet. */
  PLANNED,
  /** The invited groups know date and agenda; the day is to come, or it waits to be recorded. */
  CONVENED,
  /** It took place; its minutes are being written. */
  HELD,
  /** Who was invited reads the minutes and makes remarks. */
  MINUTES_CIRCULATED,
  MINUTES_APPROVED,
  /** The minutes are public. */
  PUBLISHED,
  /** It was convened and did not take place. */
  NOT_HELD,
  /** It was called off before its day. */
  CANCELLED;

  private static final Set<MeetingState> TOOK_PLACE =
      Set.of(HELD, MINUTES_CIRCULATED, MINUTES_APPROVED, PUBLISHED);

  /** Whether the meeting took place. */
  public boolean isHeld() {
    return TOOK_PLACE.contains(this);
  }

  /** Whether the day is still to come, or to be recorded. */
  public boolean isAhead() {
    return this == PLANNED || this == CONVENED;
  }
}
