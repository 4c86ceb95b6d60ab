package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceCancelled;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceMoved;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings that are a session of a training at the same time follow that session. */
@Component
class SharedEvents {

  private static final Locale KEPT = Locale.forLanguageTag("pt-BR");

  private final MeetingDesk desk;
  private final JdbcClient jdbc;
  private final MessageSource messages;

  SharedEvents(MeetingDesk desk, JdbcClient jdbc, MessageSource messages) {
    this.desk = desk;
    this.jdbc = jdbc;
    this.messages = messages;
  }

  @EventListener
  void moved(AttendanceMoved event) {
    meetings(event.eventId()).forEach(id -> desk.follow(id, event.startsAt(), event.endsAt()));
  }

  @EventListener
  void cancelled(AttendanceCancelled event) {
    String reason = messages.getMessage("meeting.shared.cancelled", null, KEPT);
    meetings(event.eventId()).forEach(id -> desk.fallWith(id, reason));
  }

  private List<Long> meetings(long eventId) {
    return jdbc.sql(
            """
            SELECT id FROM meeting
             WHERE attendance_event_id = :event AND NOT own_sheet ORDER BY id
            """)
        .param("event", eventId)
        .query(Long.class)
        .list();
  }
}
