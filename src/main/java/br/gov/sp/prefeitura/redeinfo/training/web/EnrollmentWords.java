package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import br.gov.sp.prefeitura.redeinfo.training.domain.Edition;
import br.gov.sp.prefeitura.redeinfo.training.domain.Participants.Outcome;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingCatalogue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words and colours how editions, sessions and enrolments stand. */
@Component("enrollmentWords")
public class EnrollmentWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final MessageSource messages;
  private final Dates dates;

  EnrollmentWords(MessageSource messages, Dates dates) {
    this.messages = messages;
    this.dates = dates;
  }

  /** The tone of the enrolment's tag (see layout/components, status). */
  public String tone(EnrollmentState state) {
    return switch (state) {
      case IN_RELEASE, WAITING -> "warning";
      case CONFIRMED -> "progress";
      case COMPLETED -> "success";
      case REFUSED, CANCELLED, NOT_COMPLETED -> "danger";
      case WITHDRAWN, NOT_SEATED -> "neutral";
    };
  }

  /** The tone of the edition's tag. */
  public String editionTone(EditionState state) {
    return switch (state) {
      case DRAFT, PUBLISHED -> "neutral";
      case ENROLLING, RUNNING, AWAITING_CERTIFICATION -> "progress";
      case CONCLUDED -> "success";
      case CANCELLED -> "danger";
    };
  }

  /** E.g. 09/06/2026, das 9:00 às 12:00. */
  public String period(Session session) {
    LocalTime from = LocalTime.ofInstant(session.startsAt(), SaoPaulo.ZONE);
    LocalTime to = LocalTime.ofInstant(session.endsAt(), SaoPaulo.ZONE);
    boolean sameDay =
        LocalDate.ofInstant(session.startsAt(), SaoPaulo.ZONE)
            .equals(LocalDate.ofInstant(session.endsAt(), SaoPaulo.ZONE));
    return sameDay
        ? text("session.period", dates.day(session.startsAt()), TIME.format(from), TIME.format(to))
        : text(
            "session.period.days",
            dates.moment(session.startsAt()),
            dates.moment(session.endsAt()));
  }

  /** How many sessions, how long and when: "4 encontros (16 h), 09/06/2026 a 30/06/2026". */
  public String sessions(TrainingCatalogue.Line line) {
    if (line.sessions() == 0) {
      return text("catalogue.no-sessions");
    }
    String first = dates.day(line.firstStart());
    String last = dates.day(line.lastEnd());
    String days = first.equals(last) ? first : text("session.period.days", first, last);
    return text("catalogue.sessions", line.sessions(), hours(line.minutes()), days);
  }

  /** E.g. 16 h, or 1 h 30 min. */
  public String hours(int minutes) {
    return minutes % 60 == 0
        ? text("enrollment.hours", minutes / 60)
        : text("enrollment.hours-minutes", minutes / 60, minutes % 60);
  }

  /** Seats left and the waiting list, in one sentence. */
  public String seats(Edition edition, int waiting) {
    if (waiting > 0) {
      return text("catalogue.waiting", waiting);
    }
    return text("catalogue.seats", edition.seatsLeft(), edition.capacity());
  }

  /**
   * What is missing for the completion.
   *
   * @param soFar whether the edition still goes on
   */
  public String missing(Outcome outcome, int percent, Edition edition, boolean soFar) {
    return text(
        (soFar ? "mine.missing." : "enrollment.missing.") + outcome,
        percent,
        edition.minimumAttendance());
  }

  String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }
}
