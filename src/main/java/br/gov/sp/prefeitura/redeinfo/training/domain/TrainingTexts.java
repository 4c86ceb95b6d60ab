package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.domain.Participants.Outcome;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says facts of a training in the words of notices, forms and certificates, which are pt-BR. */
@Component
public class TrainingTexts {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(SaoPaulo.ZONE);

  private final MessageSource messages;

  TrainingTexts(MessageSource messages) {
    this.messages = messages;
  }

  public String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  /** E.g. 09/06/2026, 09:00 a 12:00. */
  public String period(Session session) {
    return text(
        "enrollment.period", MOMENT.format(session.startsAt()), TIME.format(session.endsAt()));
  }

  /** Where it takes place: the place, or the link, or both. */
  public String where(Session session) {
    if (session.place() == null) {
      return session.link() == null ? text("enrollment.where.unknown") : session.link();
    }
    return session.link() == null
        ? session.place()
        : text("enrollment.where.both", session.place(), session.link());
  }

  /** The sessions that are still planned, one a line. */
  String dates(List<Session> sessions) {
    return sessions.stream()
        .filter(session -> session.state() == Session.State.PLANNED)
        .map(session -> text("enrollment.date", session.title(), period(session), where(session)))
        .collect(Collectors.joining("; "));
  }

  /** E.g. 16 h, or 1 h 30 min. */
  public String hours(int minutes) {
    return minutes % 60 == 0
        ? text("enrollment.hours", minutes / 60)
        : text("enrollment.hours-minutes", minutes / 60, minutes % 60);
  }

  /** What stands between the person and the completion. */
  String missing(List<Outcome> outcomes, Edition edition, int attendancePercent) {
    return outcomes.stream()
        .filter(outcome -> outcome != Outcome.COMPLETED)
        .map(
            outcome ->
                text(
                    "enrollment.missing." + outcome,
                    attendancePercent,
                    edition.minimumAttendance()))
        .collect(Collectors.joining(" "));
  }

  /** The unit that signs the edition's certificates. */
  String signatory(Edition edition) {
    return text(
        edition.schoolValidates()
            ? "enrollment.signatory.school"
            : "enrollment.signatory.coordination");
  }

  public String text(String key, Object... args) {
    return messages.getMessage(key, args, LANGUAGE);
  }
}
