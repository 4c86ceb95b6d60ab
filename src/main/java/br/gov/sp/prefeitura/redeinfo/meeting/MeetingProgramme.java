package br.gov.sp.prefeitura.redeinfo.meeting;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What people do about meetings on our pages, for other modules; the rest they do in tasks. Every
 * call is a transaction, or joins one, and is refused as the pages would refuse it.
 */
public interface MeetingProgramme {

  /**
   * Asks for the meeting of the day's quarter, unless it was asked for already.
   *
   * @return whether it is new
   */
  boolean beginQuarter(LocalDate day);

  /**
   * Plans a meeting.
   *
   * @return its id
   */
  long plan(PlannedMeeting plan, SignedIn by);

  /**
   * Proposes an item of the agenda; the coordination's own is accepted at once.
   *
   * @param minutes how long it is to take, or {@code null}
   */
  void propose(long meetingId, String title, Integer minutes, SignedIn by);

  /** Notes somebody who is invited besides the network's groups, and whether they came. */
  void addGuest(long meetingId, Guest guest, SignedIn by);

  /** The meeting's event in the module {@code attendance}; it is convened. */
  long sheetOf(long meetingId);

  /**
   * What is planned of a meeting; its kind is one of the table {@code meeting_kind}.
   *
   * @param sharedEventId the attendance event of a training's session that the meeting is at the
   *     same time, or {@code null}
   */
  record PlannedMeeting(
      String kind,
      String title,
      String purpose,
      LocalDateTime startsAt,
      LocalDateTime endsAt,
      String place,
      String hosts,
      Long sharedEventId) {}

  /**
   * @param present {@code null} if it is not known yet
   */
  record Guest(String name, String role, String organisation, boolean authority, Boolean present) {}
}
