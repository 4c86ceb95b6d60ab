package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.AgendaItem;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingKind;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.QuarterState;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words and colours when meetings are and where they stand. */
@Component("meetingWords")
public class MeetingWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Dates dates;
  private final MessageSource messages;

  MeetingWords(Dates dates, MessageSource messages) {
    this.dates = dates;
    this.messages = messages;
  }

  /** The tone of the state's tag (see layout/components, status). */
  public String tone(MeetingState state) {
    return switch (state) {
      case PLANNED -> "neutral";
      case CONVENED, HELD, MINUTES_CIRCULATED, MINUTES_APPROVED -> "progress";
      case PUBLISHED -> "success";
      case NOT_HELD -> "danger";
      case CANCELLED -> "warning";
    };
  }

  public String tone(AgendaItem.State state) {
    return switch (state) {
      case PROPOSED -> "warning";
      case ACCEPTED -> "success";
      case REFUSED -> "neutral";
    };
  }

  public String tone(QuarterState state) {
    return switch (state) {
      case AHEAD, NO_RECORD -> "neutral";
      case OPEN, WAIVED -> "warning";
      case PLANNED -> "progress";
      case MET -> "success";
      case MISSED -> "danger";
    };
  }

  /** E.g. 09/06/2017, 14:00–16:00. */
  public String when(Meeting meeting) {
    return span(meeting.startsAt(), meeting.endsAt());
  }

  /** The day once, if it is one day. */
  public String span(Instant from, Instant until) {
    ZonedDateTime starts = from.atZone(SaoPaulo.ZONE);
    ZonedDateTime ends = until.atZone(SaoPaulo.ZONE);
    return starts.toLocalDate().equals(ends.toLocalDate())
        ? dates.day(from) + ", " + TIME.format(starts) + "–" + TIME.format(ends)
        : dates.moment(from) + " – " + dates.moment(until);
  }

  /** In the language of the request. */
  public String name(MeetingKind kind) {
    return kind.name(MeetingWeb.language());
  }

  /** The name of a meeting's kind, from a list of all. */
  public String name(String code, List<MeetingKind> kinds) {
    return kinds.stream()
        .filter(kind -> kind.code().equals(code))
        .map(this::name)
        .findFirst()
        .orElse(code);
  }

  /** E.g. 33 %. */
  public String percent(BigDecimal part) {
    return NumberFormat.getPercentInstance(MeetingWeb.language()).format(part);
  }

  String text(String key, Object... args) {
    return messages.getMessage(key, args, MeetingWeb.language());
  }
}
