package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Minutes as they are circulated: complete, and with the attendance of that moment.
 *
 * @param beganAt in the city's time, like {@code endedAt}
 * @param coordinator who led the meeting, with their role
 * @param secretary who wrote down what was said, with their role
 * @param justifications of those who were not there, or {@code null}; never published
 * @param other whatever else was said, or {@code null}
 */
public record MinutesContent(
    String place,
    LocalDateTime beganAt,
    LocalDateTime endedAt,
    String coordinator,
    String secretary,
    String justifications,
    String other,
    List<Item> items,
    List<Line> followUps,
    Attendance attendance,
    List<Guest> guests) {

  public MinutesContent {
    items = List.copyOf(items);
    followUps = List.copyOf(followUps);
    guests = List.copyOf(guests);
  }

  /**
   * @param agendaItemId {@code null} if it came up by itself
   * @param decision {@code null} if nothing was decided
   */
  public record Item(Long agendaItemId, String title, String discussion, String decision) {}

  /** What is to be done. */
  public record Line(String text, long bodyId, Long ownerId, LocalDate dueOn, Long initiativeId) {

    NewFollowUp followUp() {
      return new NewFollowUp(text, bodyId, ownerId, dueOn, initiativeId);
    }
  }

  /**
   * Numbers alone: who was there is on the sheet.
   *
   * @param others counted who stand neither on the sheet nor among the guests
   * @param quorumMet {@code null} if the kind asks for none
   * @param bodies how many were there of each body, by its acronym
   */
  public record Attendance(
      int expected,
      int present,
      int absent,
      int justified,
      int others,
      Boolean quorumMet,
      List<OfBody> bodies) {

    public Attendance {
      bodies = List.copyOf(bodies);
    }
  }

  /** How many of a body were there. */
  public record OfBody(long bodyId, int present) {}

  /** Somebody from outside who was there; authorities are named publicly. */
  public record Guest(String name, String role, String organisation, boolean authority) {}
}
