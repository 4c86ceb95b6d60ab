package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent.Guest;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.PublicMinutes;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says facts of minutes in words; templates call it. */
@Component("minutesWords")
public class MinutesWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Dates dates;

  MinutesWords(Dates dates) {
    this.dates = dates;
  }

  /** E.g. 09/06/2017, 14:00–16:30. */
  public String when(PublicMinutes minutes) {
    return dates.day(minutes.beganAt().atZone(SaoPaulo.ZONE).toInstant())
        + ", "
        + TIME.format(minutes.beganAt())
        + "–"
        + TIME.format(minutes.endedAt());
  }

  /** The name, the role and where somebody comes from, as far as they are known. */
  public String guest(Guest guest) {
    return Stream.of(guest.name(), guest.role(), guest.organisation())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }
}
