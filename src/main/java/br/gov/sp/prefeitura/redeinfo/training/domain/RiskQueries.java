package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
   * Takes from each session held the next few of those who missed it and none after it, and asks
   * the rest of a page's enrolments only: a page costs the same however many take part. One
   * statement.
   */
  private static final String AT_RISK =
      """
      WITH page AS (
        SELECT missed.id, ed.id AS edition_id, ed.title, missed.person_id, missed.body_id,
               s.id AS session_id, s.starts_at AS last_missed
          FROM training_edition ed
          JOIN training_session s ON s.edition_id = ed.id AND s.state = 'HELD'
          CROSS JOIN LATERAL (
            SELECT e.id, e.person_id, e.body_id
              FROM attendance_sheet a
              JOIN training_enrollment e
                ON e.edition_id = ed.id AND e.person_id = a.person_id AND e.state = 'CONFIRMED'
             WHERE a.event_id = s.attendance_event_id AND a.status = 'ABSENT'
               AND (s.starts_at, s.id, a.person_id) < (:at, :session, :person)
               AND (:body::bigint IS NULL OR e.body_id = :body)
               AND NOT EXISTS (
                 SELECT 1 FROM training_session later
                   JOIN attendance_sheet again
                     ON again.event_id = later.attendance_event_id
                    AND again.person_id = a.person_id AND again.status = 'ABSENT'
                  WHERE later.edition_id = ed.id AND later.state = 'HELD'
                    AND (later.starts_at, later.id) > (s.starts_at, s.id))
             ORDER BY a.person_id DESC LIMIT :limit) missed
         WHERE ed.state IN ('ENROLLING', 'RUNNING') AND s.starts_at <= :at
           AND (:edition::bigint IS NULL OR ed.id = :edition)
         ORDER BY s.starts_at DESC, s.id DESC, missed.person_id DESC LIMIT :limit)
      SELECT page.*, held.sessions, held.absences, held.last_present, held.in_a_row, said.reason_code, said.reason
        FROM page
        CROSS JOIN LATERAL (
          SELECT count(*) AS sessions, count(*) FILTER (WHERE a.status = 'ABSENT') AS absences,
                 max(p.last_present) AS last_present,
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
       ORDER BY page.last_missed DESC, page.session_id DESC, page.person_id DESC
      """;

  private final JdbcClient jdbc;

  RiskQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param editionId only of this one, or {@code null}
   * @param bodyId only of this one, or {@code null}
   * @param after where the page before ended; {@link Place#FIRST} for the first one
   */
  public List<AtRisk> list(Long editionId, Long bodyId, Place after, int limit) {
    return jdbc.sql(AT_RISK)
        .param("edition", editionId)
        .param("body", bodyId)
        .param("at", Timestamp.from(after.at()))
        .param("session", after.sessionId())
        .param("person", after.personId())
        .param("limit", limit)
        .query((rs, n) -> atRisk(rs))
        .list();
  }

  /** Whether there is anybody at all, for the start page. */
  public boolean isAnybody() {
    return !list(null, null, Place.FIRST, 1).isEmpty();
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
        rs.getLong("session_id"),
        rs.getInt("absences"),
        rs.getInt("sessions"),
        rs.getInt("in_a_row"),
        rs.getTimestamp("last_missed").toInstant(),
        present == null ? null : present.toInstant(),
        rs.getString("reason_code"),
        rs.getString("reason"));
  }

  /**
   * @param sessionId the latest session they missed
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
      long sessionId,
      int absences,
      int sessions,
      int inARow,
      Instant lastMissed,
      Instant lastPresent,
      String reasonCode,
      String reason) {

    public Place place() {
      return new Place(lastMissed, sessionId, personId);
    }
  }

  public record EditionAtRisk(long id, String title) {}

  /** Where in the list somebody stands: by session, the latest first, and then by person. */
  public record Place(Instant at, long sessionId, long personId) {

    /** Before everybody else. */
    public static final Place FIRST =
        new Place(Position.NEWEST.at(), Long.MAX_VALUE, Long.MAX_VALUE);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}-\\d{1,18})-(\\d{1,18})");

    /**
     * The place as it stands in an address; {@link #FIRST} for none.
     *
     * @throws Refusal (invalid) for what is no place
     */
    public static Place parse(String text) {
      if (text == null || text.isEmpty()) {
        return FIRST;
      }
      Matcher parts = FORM.matcher(text);
      if (!parts.matches()) {
        throw Refusal.invalid("paging.position");
      }
      Position session = Position.parse(parts.group(1));
      return new Place(session.at(), session.id(), Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
      return new Position(at, sessionId) + "-" + personId;
    }
  }
}
