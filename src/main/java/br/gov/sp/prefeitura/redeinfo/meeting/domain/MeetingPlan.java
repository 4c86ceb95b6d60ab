package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * What is planned of a meeting, as typed or as kept.
 *
 * @param kind code of a {@link MeetingKind}
 * @param startsAt the city's time
 * @param sharedEventId the attendance event of another module that the meeting is at the same time,
 *     or {@code null}: then date and time are that event's
 */
public record MeetingPlan(
    String kind,
    String title,
    String purpose,
    LocalDateTime startsAt,
    LocalDateTime endsAt,
    String place,
    String link,
    String hosts,
    Long sharedEventId) {

  /** What is kept of a meeting, to be changed. */
  public static MeetingPlan of(Meeting meeting) {
    return new MeetingPlan(
        meeting.kind(),
        meeting.title(),
        meeting.purpose(),
        local(meeting.startsAt()),
        local(meeting.endsAt()),
        meeting.place(),
        meeting.link(),
        meeting.hosts(),
        meeting.ownSheet() ? null : meeting.attendanceEventId());
  }

  MeetingPlan at(Instant starts, Instant ends) {
    return new MeetingPlan(
        kind, title, purpose, local(starts), local(ends), place, link, hosts, sharedEventId);
  }

  Instant startsAtInstant() {
    return instant(startsAt);
  }

  Instant endsAtInstant() {
    return instant(endsAt);
  }

  static Instant instant(LocalDateTime moment) {
    return moment == null ? null : moment.atZone(SaoPaulo.ZONE).toInstant();
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, SaoPaulo.ZONE);
  }
}
