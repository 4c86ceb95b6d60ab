package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarEntry;
import br.gov.sp.prefeitura.redeinfo.calendar.CalendarSource;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Convened meetings as dates of the calendars of those who stand on their sheets. */
@Component
@Transactional(readOnly = true)
public class MeetingCalendar implements CalendarSource {

  private static final Pattern UID = Pattern.compile("meeting-(\\d{1,18})");

  private final JdbcClient jdbc;
  private final MeetingTexts texts;

  MeetingCalendar(JdbcClient jdbc, MeetingTexts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /** The entry's uid, the same for all its versions. */
  public static String uid(long meetingId) {
    return "meeting-" + meetingId;
  }

  @Override
  public List<CalendarEntry> entriesOf(long personId, Instant endingAfter) {
    return jdbc.sql(
            """
            SELECT m.* FROM meeting m
              JOIN attendance_sheet s ON s.event_id = m.attendance_event_id
             WHERE s.person_id = :person AND m.convened_at IS NOT NULL AND m.ends_at > :after
             ORDER BY m.starts_at, m.id
            """)
        .param("person", personId)
        .param("after", MeetingRepository.utc(endingAfter))
        .query(this::entry)
        .list();
  }

  @Override
  public Optional<CalendarEntry> find(String uid) {
    Matcher meeting = UID.matcher(uid);
    return meeting.matches()
        ? jdbc.sql("SELECT * FROM meeting WHERE id = :id AND convened_at IS NOT NULL")
            .param("id", Long.parseLong(meeting.group(1)))
            .query(this::entry)
            .optional()
        : Optional.empty();
  }

  private CalendarEntry entry(ResultSet row, int number) throws SQLException {
    Meeting meeting = MeetingRepository.map(row, number);
    return new CalendarEntry(
        uid(meeting.id()),
        meeting.sequence(),
        meeting.stateSince(),
        meeting.title(),
        texts.text("meeting.calendar.description", meeting.hosts()),
        meeting.startsAt(),
        meeting.endsAt(),
        meeting.place(),
        meeting.link(),
        "/meetings/" + meeting.id(),
        meeting.state() == MeetingState.CANCELLED || meeting.state() == MeetingState.NOT_HELD);
  }
}
