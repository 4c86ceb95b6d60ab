package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarEntry;
import br.gov.sp.prefeitura.redeinfo.calendar.CalendarSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions in which people have a seat, as dates of their calendars. */
@Component
@Transactional(readOnly = true)
public class TrainingCalendar implements CalendarSource {

  private static final Pattern UID = Pattern.compile("training-session-(\\d{1,18})");

  private static final String ENTRY =
      """
      SELECT s.*, e.id AS edition, e.title AS edition_title, e.published_at,
             e.state = 'CANCELLED' AS edition_cancelled
        FROM training_session s JOIN training_edition e ON e.id = s.edition_id
      """;

  private final JdbcClient jdbc;
  private final TrainingTexts texts;

  TrainingCalendar(JdbcClient jdbc, TrainingTexts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /** The entry's uid, the same for all its versions. */
  public static String uid(long sessionId) {
    return "training-session-" + sessionId;
  }

  /** Who had a seat when an edition was cancelled gets its sessions as cancelled. */
  @Override
  public List<CalendarEntry> entriesOf(long personId, Instant endingAfter) {
    return jdbc.sql(
            ENTRY
                + """
                    JOIN training_enrollment n ON n.edition_id = e.id
                   WHERE n.person_id = :person AND n.seated_at IS NOT NULL
                     AND n.state IN ('CONFIRMED', 'COMPLETED', 'NOT_COMPLETED', 'CANCELLED')
                     AND s.ends_at > :after
                   ORDER BY s.starts_at, s.id
                  """)
        .param("person", personId)
        .param("after", Timestamp.from(endingAfter))
        .query((rs, n) -> entry(rs))
        .list();
  }

  @Override
  public Optional<CalendarEntry> find(String uid) {
    Matcher session = UID.matcher(uid);
    return session.matches() ? findSession(Long.parseLong(session.group(1))) : Optional.empty();
  }

  /** The entry of a session that has been announced. */
  public Optional<CalendarEntry> findSession(long sessionId) {
    return jdbc.sql(ENTRY + " WHERE s.id = :id AND e.state <> 'DRAFT'")
        .param("id", sessionId)
        .query((rs, n) -> entry(rs))
        .optional();
  }

  private CalendarEntry entry(ResultSet rs) throws SQLException {
    Session session = EditionRepository.session(rs);
    String edition = rs.getString("edition_title");
    return new CalendarEntry(
        uid(session.id()),
        session.sequence(),
        rs.getTimestamp("published_at").toInstant(),
        texts.text("enrollment.calendar.title", edition, session.title()),
        texts.text("enrollment.calendar.description", edition),
        session.startsAt(),
        session.endsAt(),
        session.place(),
        session.link(),
        "/trainings/" + rs.getLong("edition"),
        session.state() == Session.State.CANCELLED || rs.getBoolean("edition_cancelled"));
  }
}
