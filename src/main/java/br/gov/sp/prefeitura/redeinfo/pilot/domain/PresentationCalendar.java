package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarEntry;
import br.gov.sp.prefeitura.redeinfo.calendar.CalendarSource;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Presentations of pilots as dates in the calendars of who is invited. */
@Component
@Transactional(readOnly = true)
class PresentationCalendar implements CalendarSource {

  private static final Pattern UID = Pattern.compile("pilot-presentation-(\\d{1,18})");

  /** A workshop hears several; nobody says how long one takes. */
  private static final Duration LENGTH = Duration.ofHours(1);

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");

  /** Who of the whole network is invited to every presentation. */
  private static final Set<Function> EVERYWHERE =
      Set.of(Function.COORDINATION, Function.CIGA, Function.SAO_PAULO_ABERTA);

  private static final String ENTRY =
      """
      SELECT r.*, p.title, p.state AS pilot_state
        FROM pilot_presentation r JOIN pilot p ON p.id = r.pilot_id
      """;

  private final JdbcClient jdbc;
  private final Appointments appointments;
  private final MessageSource messages;
  private final Clock clock;

  PresentationCalendar(
      JdbcClient jdbc, Appointments appointments, MessageSource messages, Clock clock) {
    this.jdbc = jdbc;
    this.appointments = appointments;
    this.messages = messages;
    this.clock = clock;
  }

  /** The entry's uid, the same for all its versions. */
  static String uid(long presentationId) {
    return "pilot-presentation-" + presentationId;
  }

  @Override
  public List<CalendarEntry> entriesOf(long personId, Instant endingAfter) {
    List<Appointment> held = appointments.ofPerson(personId, SaoPaulo.today(clock));
    boolean all = held.stream().map(Appointment::function).anyMatch(EVERYWHERE::contains);
    Set<Long> own =
        held.stream().map(Appointment::bodyId).filter(Objects::nonNull).collect(Collectors.toSet());
    if (!all && own.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            ENTRY
                + """
                   WHERE r.starts_at > :after AND (:all OR p.body_id IN (:bodies))
                   ORDER BY r.starts_at, r.id
                  """)
        .param("after", Timestamp.from(endingAfter.minus(LENGTH)))
        .param("all", all)
        .param("bodies", own.isEmpty() ? Set.of(0L) : own)
        .query((rs, n) -> entry(rs))
        .list();
  }

  @Override
  public Optional<CalendarEntry> find(String uid) {
    Matcher presentation = UID.matcher(uid);
    return presentation.matches()
        ? jdbc.sql(ENTRY + " WHERE r.id = :id")
            .param("id", Long.parseLong(presentation.group(1)))
            .query((rs, n) -> entry(rs))
            .optional()
        : Optional.empty();
  }

  private CalendarEntry entry(ResultSet rs) throws SQLException {
    Presentation presentation = Presentations.presentation(rs);
    boolean cancelled =
        presentation.movedAt() != null
            || PilotState.CANCELLED.name().equals(rs.getString("pilot_state"));
    return new CalendarEntry(
        uid(presentation.id()),
        cancelled ? 1 : 0,
        presentation.movedAt() == null ? presentation.scheduledAt() : presentation.movedAt(),
        messages.getMessage("pilot.calendar.title", new Object[] {rs.getString("title")}, LANGUAGE),
        messages.getMessage("pilot.calendar.description", null, LANGUAGE),
        presentation.startsAt(),
        presentation.startsAt().plus(LENGTH),
        presentation.place(),
        null,
        "/pilots/" + presentation.pilotId(),
        cancelled);
  }
}
