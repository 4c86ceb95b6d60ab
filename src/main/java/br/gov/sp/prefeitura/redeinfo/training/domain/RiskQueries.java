package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is likely to be lost while it can still be turned: participants of editions under way who
 * missed a session, those of the latest session first.
 */
@Component
@Transactional(readOnly = true)
public class RiskQueries {

  /**
   * Begins at the absences, which are few, and asks the rest of a page's enrolments only. Every
   * page is one statement.
   */
  private static final String AT_RISK =
      """
      WITH missed AS (
        SELECT e.id, e.edition_id, e.person_id, e.body_id, ed.title,
               max(s.starts_at) AS last_missed, count(*) AS absences
          FROM training_edition ed
          JOIN training_session s ON s.edition_id = ed.id AND s.state = 'HELD'
          JOIN attendance_sheet a ON a.event_id = s.attendance_event_id AND a.status = 'ABSENT'
          JOIN training_enrollment e
            ON e.edition_id = ed.id AND e.person_id = a.person_id AND e.state = 'CONFIRMED'
         WHERE ed.state IN ('ENROLLING', 'RUNNING')
           AND (:edition::bigint IS NULL OR ed.id = :edition)
           AND (:body::bigint IS NULL OR e.body_id = :body)
         GROUP BY e.id, ed.id),
      page AS (
        SELECT * FROM missed WHERE (last_missed, id) < (:at, :id)
         ORDER BY last_missed DESC, id DESC LIMIT :limit)
      SELECT page.*, held.sessions, held.last_present, held.in_a_row, said.reason_code, said.reason
        FROM page
        CROSS JOIN LATERAL (
          SELECT count(*) AS sessions, max(p.last_present) AS last_present,
                 count(*) FILTER (WHERE a.status = 'ABSENT'
                     AND s.starts_at > coalesce(p.last_present, '-infinity')) AS in_a_row
            FROM training_session s
            LEFT JOIN attendance_sheet a
              ON a.event_id = s.attendance_event_id AND a.person_id = page.person_id
            CROSS JOIN (
              SELECT max(s2.starts_at) AS last_present
                FROM training_session s2
                JOIN attendance_sheet a2
                  ON a2.event_id = s2.attendance_event_id AND a2.person_id = page.person_id
                 AND a2.status = 'PRESENT'
               WHERE s2.edition_id = page.edition_id AND s2.state = 'HELD') p
           WHERE s.edition_id = page.edition_id AND s.state = 'HELD') held
        LEFT JOIN LATERAL (
          SELECT reason_code, reason FROM training_absence
           WHERE enrollment_id = page.id AND answered_at IS NOT NULL
           ORDER BY answered_at DESC LIMIT 1) said ON true
       ORDER BY page.last_missed DESC, page.id DESC
      """;

  private final JdbcClient jdbc;

  RiskQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param editionId only of this one, or {@code null}
   * @param bodyId only of this one, or {@code null}
   * @param after where the page before ended; {@link Position#NEWEST} for the first one
   */
  public List<AtRisk> list(Long editionId, Long bodyId, Position after, int limit) {
    return jdbc.sql(AT_RISK)
        .param("edition", editionId)
        .param("body", bodyId)
        .param("at", Timestamp.from(after.at()))
        .param("id", after.id())
        .param("limit", limit)
        .query((rs, n) -> atRisk(rs))
        .list();
  }

  /**
   * How many participants of editions under way missed at least two sessions, for the start page.
   *
   * @param limit counts no further
   */
  public int countOfSeveral(int limit) {
    return jdbc.sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM training_edition ed
                JOIN training_session s ON s.edition_id = ed.id AND s.state = 'HELD'
                JOIN attendance_sheet a
                  ON a.event_id = s.attendance_event_id AND a.status = 'ABSENT'
                JOIN training_enrollment e
                  ON e.edition_id = ed.id AND e.person_id = a.person_id AND e.state = 'CONFIRMED'
               WHERE ed.state IN ('ENROLLING', 'RUNNING')
               GROUP BY e.id HAVING count(*) >= 2 LIMIT :limit) several
            """)
        .param("limit", limit)
        .query(Integer.class)
        .single();
  }

  /** Editions under way in which somebody missed a session, newest first. */
  public List<EditionAtRisk> editions() {
    return jdbc.sql(
            """
            SELECT ed.id, ed.title FROM training_edition ed
             WHERE ed.state IN ('ENROLLING', 'RUNNING')
               AND EXISTS (
                 SELECT 1 FROM training_session s
                   JOIN attendance_sheet a
                     ON a.event_id = s.attendance_event_id AND a.status = 'ABSENT'
                  WHERE s.edition_id = ed.id AND s.state = 'HELD')
             ORDER BY ed.id DESC
            """)
        .query((rs, n) -> new EditionAtRisk(rs.getLong("id"), rs.getString("title")))
        .list();
  }

  private static AtRisk atRisk(ResultSet rs) throws SQLException {
    Timestamp present = rs.getTimestamp("last_present");
    return new AtRisk(
        rs.getLong("id"),
        rs.getLong("edition_id"),
        rs.getString("title"),
        rs.getLong("person_id"),
        rs.getLong("body_id"),
        rs.getInt("absences"),
        rs.getInt("sessions"),
        rs.getInt("in_a_row"),
        rs.getTimestamp("last_missed").toInstant(),
        present == null ? null : present.toInstant(),
        rs.getString("reason_code"),
        rs.getString("reason"));
  }

  /**
   * @param absences in sessions held so far, justified ones aside
   * @param sessions held so far
   * @param inARow absences since the person was last there
   * @param lastMissed when the latest session they missed began
   * @param lastPresent when the latest session they came to began, or {@code null}
   * @param reasonCode what weighed most, as the person said when asked, or {@code null}
   * @param reason in their own words, or {@code null}
   */
  public record AtRisk(
      long enrollmentId,
      long editionId,
      String editionTitle,
      long personId,
      long bodyId,
      int absences,
      int sessions,
      int inARow,
      Instant lastMissed,
      Instant lastPresent,
      String reasonCode,
      String reason) {

    public Position position() {
      return new Position(lastMissed, enrollmentId);
    }
  }

  public record EditionAtRisk(long id, String title) {}
}
