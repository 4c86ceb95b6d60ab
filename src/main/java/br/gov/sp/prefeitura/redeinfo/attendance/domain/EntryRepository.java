package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import static br.gov.sp.prefeitura.redeinfo.attendance.domain.EventRepository.instant;
import static br.gov.sp.prefeitura.redeinfo.attendance.domain.EventRepository.utc;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single lines of sheets; all methods join the caller's transaction. */
@Repository
class EntryRepository {

  private static final String SELECT =
      """
      SELECT person_id, status, reason, marked_at, recorded_by, version
        FROM attendance_entry WHERE event_id = :event
      """;

  private final JdbcClient jdbc;

  EntryRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The persons' lines, kept from others until the transaction ends; who is not on the sheet is
   * left out.
   */
  Map<Long, Entry> lock(long eventId, Collection<Long> personIds) {
    return jdbc
        .sql(SELECT + " AND person_id = ANY (:persons) ORDER BY person_id FOR UPDATE")
        .param("event", eventId)
        .param("persons", personIds.toArray(Long[]::new))
        .query(EntryRepository::map)
        .list()
        .stream()
        .collect(Collectors.toMap(Entry::personId, Function.identity()));
  }

  Optional<Entry> find(long eventId, long personId) {
    return jdbc.sql(SELECT + " AND person_id = :person")
        .param("event", eventId)
        .param("person", personId)
        .query(EntryRepository::map)
        .optional();
  }

  /** In one statement; the marks' persons are on the sheet, each once. */
  void record(long eventId, List<Mark> marks, Means means, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE attendance_entry a
               SET status = m.status, reason = m.reason, means = :means, marked_at = m.marked_at,
                   recorded_by = :by, recorded_at = :now, version = a.version + 1
              FROM unnest(:persons, :statuses, :reasons, cast(:times AS timestamptz[]))
                   AS m (person_id, status, reason, marked_at)
             WHERE a.event_id = :event AND a.person_id = m.person_id
            """)
        .param("event", eventId)
        .param("means", means.name())
        .param("by", by)
        .param("now", utc(now))
        .param("persons", marks.stream().map(Mark::personId).toArray(Long[]::new))
        .param("statuses", marks.stream().map(mark -> mark.status().name()).toArray(String[]::new))
        .param("reasons", marks.stream().map(Mark::reason).toArray(String[]::new))
        .param("times", marks.stream().map(mark -> mark.at().toString()).toArray(String[]::new))
        .update();
  }

  void keep(long eventId, Entry before, Mark correction, long by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO attendance_correction
                   (event_id, person_id, old_status, new_status, reason, corrected_by, corrected_at)
            VALUES (:event, :person, :old, :new, :reason, :by, :now)
            """)
        .param("event", eventId)
        .param("person", before.personId())
        .param("old", before.status().name())
        .param("new", correction.status().name())
        .param("reason", correction.reason())
        .param("by", by)
        .param("now", utc(now))
        .update();
  }

  private static Entry map(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("person_id"),
        AttendanceStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        instant(row, "marked_at"),
        row.getObject("recorded_by", Long.class),
        row.getInt("version"));
  }
}
