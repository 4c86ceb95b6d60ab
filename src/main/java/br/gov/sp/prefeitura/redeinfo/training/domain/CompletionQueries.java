package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRules.CompletionFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The facts by which completion is judged, from sessions held and their sheets. A session counts
 * for the minutes planned for it; a justified absence takes its minutes out of the reckoning, and
 * cancelled sessions count for nobody.
 */
@Repository
class CompletionQueries {

  /** One row per enrolment with a seat: percent, mandatory missed, activity missing. */
  private static final String FACTS =
      """
      SELECT e.id, ed.minimum_attendance,
             CASE WHEN coalesce(sum(s.minutes) FILTER (WHERE a.status IS DISTINCT FROM 'JUSTIFIED'), 0) = 0
                  THEN 0
                  ELSE coalesce(sum(s.minutes) FILTER (WHERE a.status = 'PRESENT'), 0) * 100
                       / sum(s.minutes) FILTER (WHERE a.status IS DISTINCT FROM 'JUSTIFIED')
             END AS percent,
             coalesce(bool_or(s.mandatory
                 AND coalesce(a.status, 'ABSENT') NOT IN ('PRESENT', 'JUSTIFIED')), false) AS missed,
             ed.activity IS NOT NULL AND h.enrollment_id IS NULL AS missing
        FROM training_enrollment e
        JOIN training_edition ed ON ed.id = e.edition_id
        LEFT JOIN training_activity h ON h.enrollment_id = e.id
        LEFT JOIN training_session s ON s.edition_id = e.edition_id AND s.state = 'HELD'
        LEFT JOIN attendance_sheet a
               ON a.event_id = s.attendance_event_id AND a.person_id = e.person_id
       WHERE %s
       GROUP BY e.id, ed.id, h.enrollment_id
      """;

  private final JdbcClient jdbc;

  CompletionQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  CompletionFacts factsOf(long enrollmentId) {
    return factsOf(List.of(enrollmentId)).get(enrollmentId);
  }

  /** By enrolment; one statement. */
  Map<Long, CompletionFacts> factsOf(Collection<Long> enrollmentIds) {
    Map<Long, CompletionFacts> facts = new HashMap<>();
    jdbc.sql(FACTS.formatted("e.id = ANY(:ids)"))
        .param("ids", enrollmentIds.toArray(Long[]::new))
        .query((rs, n) -> facts.put(rs.getLong("id"), facts(rs)))
        .list();
    return facts;
  }

  /** How many enrolments with a seat there are of each combination of facts. */
  Map<CompletionFacts, Long> combinations(long editionId) {
    Map<CompletionFacts, Long> combinations = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT percent, minimum_attendance, missed, missing, count(*) AS enrollments
              FROM (%s) facts
             GROUP BY percent, minimum_attendance, missed, missing
            """
                .formatted(
                    FACTS.formatted(
                        """
                        e.edition_id = :edition
                          AND e.state IN ('CONFIRMED', 'COMPLETED', 'NOT_COMPLETED')
                        """)))
        .param("edition", editionId)
        .query((rs, n) -> combinations.put(facts(rs), rs.getLong("enrollments")))
        .list();
    return combinations;
  }

  private static CompletionFacts facts(ResultSet rs) throws SQLException {
    return new CompletionFacts(
        rs.getInt("percent"),
        rs.getInt("minimum_attendance"),
        rs.getBoolean("missed"),
        rs.getBoolean("missing"));
  }
}
