package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import static br.gov.sp.prefeitura.redeinfo.attendance.domain.EventRepository.instant;
import static br.gov.sp.prefeitura.redeinfo.attendance.domain.EventRepository.utc;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sheets as people look at them: a page at a time, by name, in one statement; the caller has asked
 * whether they may.
 */
@Repository
public class SheetPages {

  private static final String SELECT =
      """
      SELECT a.person_id, p.name, p.unit, a.status, a.reason, a.means, a.marked_at, a.version,
             (SELECT n.acronym FROM body_name n
               WHERE n.body_id = p.body_id AND n.valid_from <= :date
               ORDER BY n.valid_from DESC LIMIT 1) AS acronym,
             k.name AS keeper
        FROM attendance_entry a
        JOIN person p ON p.id = a.person_id
        LEFT JOIN person k ON k.id = a.recorded_by
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  SheetPages(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** In the order of names; whoever was taken off the sheet since begins it anew. */
  public List<Line> find(long eventId, SheetSearch search, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 WHERE a.event_id = :event
                   AND (cast(:status AS text) IS NULL OR a.status = :status)
                   AND a.sort_key LIKE ALL (:patterns)
                   AND (a.sort_key, a.person_id) > (
                     SELECT coalesce(max(b.sort_key), ''), coalesce(max(b.person_id), 0)
                       FROM attendance_entry b
                      WHERE b.event_id = :event AND b.person_id = :after)
                 ORDER BY a.sort_key, a.person_id LIMIT :limit
                """)
        .param("event", eventId)
        .param("date", SaoPaulo.today(clock))
        .param("status", search.status() == null ? null : search.status().name())
        .param("patterns", search.patterns().toArray(String[]::new))
        .param("after", search.after() == null ? 0 : search.after())
        .param("limit", limit)
        .query(SheetPages::line)
        .list();
  }

  /** What was recorded from this moment on, the latest first. */
  public List<Line> findRecordedSince(long eventId, Instant since, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 WHERE a.event_id = :event AND a.recorded_at >= :since
                 ORDER BY a.recorded_at DESC LIMIT :limit
                """)
        .param("event", eventId)
        .param("date", SaoPaulo.today(clock))
        .param("since", utc(since))
        .param("limit", limit)
        .query(SheetPages::line)
        .list();
  }

  /** The line of one person; empty if they are not on the sheet. */
  public java.util.Optional<Line> findPerson(long eventId, long personId) {
    return jdbc.sql(SELECT + " WHERE a.event_id = :event AND a.person_id = :person")
        .param("event", eventId)
        .param("date", SaoPaulo.today(clock))
        .param("person", personId)
        .query(SheetPages::line)
        .optional();
  }

  /**
   * Corrections, the newest first.
   *
   * @param personId {@code null} for those of everybody
   * @param before the correction behind which the page begins, or {@code null}
   */
  public List<Correction> findCorrections(long eventId, Long personId, Long before, int limit) {
    return jdbc.sql(
            """
            SELECT c.id, c.person_id, p.name, c.old_status, c.new_status, c.reason,
                   c.corrected_at, k.name AS corrector
              FROM attendance_correction c
              JOIN person p ON p.id = c.person_id
              JOIN person k ON k.id = c.corrected_by
             WHERE c.event_id = :event
               AND (cast(:person AS bigint) IS NULL OR c.person_id = :person)
               AND c.id < :before
             ORDER BY c.id DESC LIMIT :limit
            """)
        .param("event", eventId)
        .param("person", personId)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Correction(
                    row.getLong("id"),
                    row.getLong("person_id"),
                    row.getString("name"),
                    AttendanceStatus.valueOf(row.getString("old_status")),
                    AttendanceStatus.valueOf(row.getString("new_status")),
                    row.getString("reason"),
                    instant(row, "corrected_at"),
                    row.getString("corrector")))
        .list();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    String means = row.getString("means");
    return new Line(
        row.getLong("person_id"),
        row.getString("name"),
        row.getString("acronym"),
        row.getString("unit"),
        AttendanceStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        means == null ? null : Means.valueOf(means),
        instant(row, "marked_at"),
        row.getString("keeper"),
        row.getInt("version"));
  }

  /**
   * One person on a sheet.
   *
   * @param acronym of the body they work in
   * @param unit within the body, or {@code null}
   * @param reason why an absence is justified, or {@code null}
   * @param means {@code null} while nothing is recorded; so are {@code markedAt} and {@code keeper}
   * @param keeper name of who recorded it
   */
  public record Line(
      long personId,
      String name,
      String acronym,
      String unit,
      AttendanceStatus status,
      String reason,
      Means means,
      Instant markedAt,
      String keeper,
      int version) {}

  /** What was changed on a sheet after it was complete, by whom and why. */
  public record Correction(
      long id,
      long personId,
      String name,
      AttendanceStatus before,
      AttendanceStatus after,
      String reason,
      Instant at,
      String corrector) {}
}
