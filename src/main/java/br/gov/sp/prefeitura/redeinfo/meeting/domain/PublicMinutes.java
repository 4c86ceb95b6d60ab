package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent.Attendance;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent.Guest;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent.Item;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * What anybody reads of minutes: bodies and roles, who led and wrote, authorities. Nobody of the
 * network is named as present or absent (LGPD: individual attendance is not published); absences
 * are numbers, guests who speak for nobody are counted by where they come from.
 *
 * @param authorities guests who are named
 * @param organisations where the other guests come from
 * @param guests how many guests there were
 */
public record PublicMinutes(
    String place,
    LocalDateTime beganAt,
    LocalDateTime endedAt,
    String coordinator,
    String secretary,
    String other,
    List<Item> items,
    List<Line> followUps,
    Attendance attendance,
    List<Guest> authorities,
    List<String> organisations,
    int guests) {

  public static PublicMinutes of(MinutesContent content) {
    return new PublicMinutes(
        content.place(),
        content.beganAt(),
        content.endedAt(),
        content.coordinator(),
        content.secretary(),
        content.other(),
        content.items(),
        content.followUps().stream()
            .map(line -> new Line(line.text(), line.bodyId(), line.dueOn()))
            .toList(),
        content.attendance(),
        content.guests().stream().filter(Guest::authority).toList(),
        content.guests().stream()
            .filter(guest -> !guest.authority())
            .map(Guest::organisation)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList(),
        content.guests().size());
  }

  /** All who were there, as far as they were counted. */
  public int present() {
    return attendance.present() + attendance.others() + guests;
  }

  /** What is to be done, by which body; who answers for it is not said. */
  public record Line(String text, long bodyId, LocalDate dueOn) {}
}
