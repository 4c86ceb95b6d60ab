package br.gov.sp.prefeitura.redeinfo.meeting;

/** What others may hear about meetings, published in the transaction of the step. */
public final class MeetingEvents {

  private MeetingEvents() {}

  /**
   * A meeting has a date, or another one.
   *
   * @param quarter the quarter it counts for, or {@code null}
   */
  public record MeetingPlanned(long meetingId, String kind, String quarter) {}

  /** It took place. */
  public record MeetingHeld(long meetingId, String kind, String quarter) {}

  /** It was cancelled, moved out of the quarter, or did not take place. */
  public record MeetingFellThrough(long meetingId, String kind, String quarter) {}
}
