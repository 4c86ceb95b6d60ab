package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import static br.gov.sp.prefeitura.redeinfo.attendance.domain.EventRepository.utc;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of sheets as a whole; all methods join the caller's transaction. */
@Repository
class SheetRepository {

  /** Of the person {@code p} on the day {@code :date}; see {@link SheetSearch#plain}. */
  private static final String SORT_KEY =
      """
      translate(lower(p.name || coalesce(' ' || (
                  SELECT n.acronym FROM body_name n
                   WHERE n.body_id = p.body_id AND n.valid_from <= :date
                   ORDER BY n.valid_from DESC LIMIT 1), '')),
                'áàâãäéèêëíìîïóòôõöúùûüçñ', 'aaaaaeeeeiiiiooooouuuucn')
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  SheetRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Sheets that take nothing more are left as they are. */
  void add(Collection<Long> eventIds, Collection<Long> personIds) {
    // In one order, so that two who add the same never wait for each other.
    jdbc.sql(
            """
            INSERT INTO attendance_entry (event_id, person_id, sort_key, status)
            SELECT e.id, p.id, %s, 'EXPECTED'
              FROM (SELECT id FROM attendance_event
                     WHERE id = ANY (:events) AND state = 'OPEN' ORDER BY id FOR SHARE) e
             CROSS JOIN person p
             WHERE p.id = ANY (:persons)
             ORDER BY e.id, p.id
            ON CONFLICT DO NOTHING
            """
                .formatted(SORT_KEY))
        .param("events", eventIds.toArray(Long[]::new))
        .param("persons", personIds.toArray(Long[]::new))
        .param("date", SaoPaulo.today(clock))
        .update();
  }

  void removeExpected(Collection<Long> eventIds, long personId) {
    jdbc.sql(
            """
            DELETE FROM attendance_entry
             WHERE event_id = ANY (:events) AND person_id = :person AND status = 'EXPECTED'
            """)
        .param("events", eventIds.toArray(Long[]::new))
        .param("person", personId)
        .update();
  }

  /** Brings the keys of people whose name or body has changed up to date. */
  void renew(Collection<Long> personIds) {
    jdbc.sql(
            """
            UPDATE attendance_entry a SET sort_key = %s
              FROM person p
             WHERE p.id = ANY (:persons) AND a.person_id = p.id
            """
                .formatted(SORT_KEY))
        .param("persons", personIds.toArray(Long[]::new))
        .param("date", SaoPaulo.today(clock))
        .update();
  }

  /**
   * Whoever is only expected gets this status.
   *
   * @return how many
   */
  int fillExpected(long eventId, AttendanceStatus status, Means means, long by, Instant now) {
    return jdbc.sql(
            """
            UPDATE attendance_entry
               SET status = :status, means = :means, marked_at = :now, recorded_by = :by,
                   recorded_at = :now, version = version + 1
             WHERE event_id = :event AND status = 'EXPECTED'
            """)
        .param("event", eventId)
        .param("status", status.name())
        .param("means", means.name())
        .param("by", by)
        .param("now", utc(now))
        .update();
  }

  /** Complete sheets were counted when they were completed; what was corrected since is added. */
  Map<Long, Counts> counts(Collection<Long> eventIds) {
    Map<Long, Counts> counts = new HashMap<>();
    jdbc.sql(
            """
            SELECT e.id AS event_id, e.expected,
                   e.present + count(*) FILTER (WHERE c.new_status = 'PRESENT')
                     - count(*) FILTER (WHERE c.old_status = 'PRESENT') AS present,
                   e.absent + count(*) FILTER (WHERE c.new_status = 'ABSENT')
                     - count(*) FILTER (WHERE c.old_status = 'ABSENT') AS absent,
                   e.justified + count(*) FILTER (WHERE c.new_status = 'JUSTIFIED')
                     - count(*) FILTER (WHERE c.old_status = 'JUSTIFIED') AS justified
              FROM attendance_event e
              LEFT JOIN attendance_correction c ON c.event_id = e.id
             WHERE e.id = ANY (:events) AND e.state = 'CLOSED' GROUP BY e.id
            UNION ALL
            SELECT e.id, count(*), count(*) FILTER (WHERE a.status = 'PRESENT'),
                   count(*) FILTER (WHERE a.status = 'ABSENT'),
                   count(*) FILTER (WHERE a.status = 'JUSTIFIED')
              FROM attendance_event e
              JOIN attendance_entry a ON a.event_id = e.id
             WHERE e.id = ANY (:events) AND e.state <> 'CLOSED' GROUP BY e.id
            """)
        .param("events", eventIds.toArray(Long[]::new))
        .query(
            row -> {
              counts.put(
                  row.getLong("event_id"),
                  new Counts(
                      row.getInt("expected"),
                      row.getInt("present"),
                      row.getInt("absent"),
                      row.getInt("justified")));
            });
    eventIds.forEach(id -> counts.putIfAbsent(id, new Counts(0, 0, 0, 0)));
    return counts;
  }

  Map<Long, AttendanceStatus> statuses(long personId, Collection<Long> eventIds) {
    Map<Long, AttendanceStatus> statuses = new HashMap<>();
    jdbc.sql(
            """
            SELECT event_id, status FROM attendance_entry
             WHERE person_id = :person AND event_id = ANY (:events)
            """)
        .param("person", personId)
        .param("events", eventIds.toArray(Long[]::new))
        .query(
            row -> {
              statuses.put(
                  row.getLong("event_id"), AttendanceStatus.valueOf(row.getString("status")));
            });
    return statuses;
  }

  List<Long> persons(long eventId, AttendanceStatus status) {
    return jdbc.sql(
            """
            SELECT person_id FROM attendance_entry
             WHERE event_id = :event AND status = :status ORDER BY person_id
            """)
        .param("event", eventId)
        .param("status", status.name())
        .query(Long.class)
        .list();
  }
}
