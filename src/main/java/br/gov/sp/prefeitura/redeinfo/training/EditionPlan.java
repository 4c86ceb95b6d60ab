package br.gov.sp.prefeitura.redeinfo.training;

import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An edition as it is written down before it is published. Moments are the city's time. {@code
 * null} stands for what was left empty; the planning page says what must not be.
 *
 * @param track {@code null} for both
 * @param placesPerBody {@code null} for as many as there are seats
 * @param keepers institutional e-mails of those who give it and keep its sheets
 */
public record EditionPlan(
    Track track,
    EditionKind kind,
    String title,
    String content,
    String requirements,
    String trainers,
    List<String> keepers,
    EditionAudience audience,
    Integer capacity,
    Integer placesPerBody,
    LocalDateTime enrolmentFrom,
    LocalDateTime enrolmentUntil,
    boolean releaseRequired,
    ReleasePolicy releasePolicy,
    Integer releaseDays,
    Integer minimumAttendance,
    String activity,
    LocalDateTime activityUntil,
    boolean headToldOfAbsences,
    boolean schoolValidates,
    boolean certificate,
    List<SessionPlan> sessions) {

  public EditionPlan {
    keepers = List.copyOf(keepers);
    sessions = List.copyOf(sessions);
  }

  /**
   * @param minutes what it counts for; {@code null} for all the time between start and end
   */
  public record SessionPlan(
      String title,
      LocalDateTime startsAt,
      LocalDateTime endsAt,
      Integer minutes,
      String place,
      String link,
      String material,
      boolean mandatory) {}
}
