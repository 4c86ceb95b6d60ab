package br.gov.sp.prefeitura.redeinfo.training.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Absences as the sheets have them. */
@Repository
class AbsenceQueries {

  private final JdbcClient jdbc;

  AbsenceQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Participants absent from the session whose absence nobody has followed up yet. */
  List<Absent> toFollowUp(Session session, int limit) {
    return jdbc.sql(
            """
            SELECT e.id, e.person_id FROM training_enrollment e
              JOIN attendance_sheet a
                ON a.event_id = :event AND a.person_id = e.person_id AND a.status = 'ABSENT'
             WHERE e.edition_id = :edition AND e.state = 'CONFIRMED'
               AND NOT EXISTS (SELECT 1 FROM training_absence f
                                WHERE f.enrollment_id = e.id AND f.session_id = :session)
             ORDER BY e.arrival LIMIT :limit
            """)
        .param("event", session.attendanceEventId())
        .param("edition", session.editionId())
        .param("session", session.id())
        .param("limit", limit)
        .query((rs, n) -> new Absent(rs.getLong("id"), rs.getLong("person_id")))
        .list();
  }

  /**
   * How many absences there are up to this session without a presence between them, by person; a
   * justified absence neither counts nor breaks the row. One statement.
   */
  Map<Long, Integer> inARow(Session upTo, Collection<Long> personIds) {
    Map<Long, Integer> rows = new HashMap<>();
    jdbc.sql(
            """
            SELECT a.person_id, count(*) AS absences
              FROM training_session s
              JOIN attendance_sheet a ON a.event_id = s.attendance_event_id
             WHERE s.edition_id = :edition AND s.state = 'HELD' AND a.status = 'ABSENT'
               AND (s.starts_at, s.position) <= (:startsAt, :position)
               AND a.person_id = ANY(:persons)
               AND NOT EXISTS (
                     SELECT 1 FROM training_session later
                       JOIN attendance_sheet p ON p.event_id = later.attendance_event_id
                      WHERE later.edition_id = s.edition_id AND later.state = 'HELD'
                        AND p.person_id = a.person_id AND p.status = 'PRESENT'
                        AND (later.starts_at, later.position) > (s.starts_at, s.position)
                        AND (later.starts_at, later.position) <= (:startsAt, :position))
             GROUP BY a.person_id
            """)
        .param("edition", upTo.editionId())
        .param("startsAt", java.sql.Timestamp.from(upTo.startsAt()))
        .param("position", upTo.position())
        .param("persons", personIds.toArray(Long[]::new))
        .query((rs, n) -> rows.put(rs.getLong("person_id"), rs.getInt("absences")))
        .list();
    return rows;
  }

  record Absent(long enrollmentId, long personId) {}
}
