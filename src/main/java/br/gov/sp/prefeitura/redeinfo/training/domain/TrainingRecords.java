package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.certificate.Certificates;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.Certificate;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.EditionKind;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person learnt in a year, for their career file, and what it adds up to by body. An hour
 * counts in the year in which its session was held, for whoever was there.
 */
@Component
@Transactional(readOnly = true)
public class TrainingRecords {

  private final JdbcClient jdbc;
  private final Certificates certificates;

  TrainingRecords(JdbcClient jdbc, Certificates certificates) {
    this.jdbc = jdbc;
    this.certificates = certificates;
  }

  /** The person's trainings of the year in the order in which they began. */
  public YearlyRecord of(long personId, Year year) {
    List<Attended> attended =
        jdbc.sql(
                """
                SELECT e.id, ed.title, ed.kind, e.state, count(*) AS sessions,
                       sum(s.minutes) AS minutes,
                       min(s.starts_at) AS first_at, max(s.starts_at) AS last_at
                  FROM training_enrollment e
                  JOIN training_edition ed ON ed.id = e.edition_id
                  JOIN training_session s ON s.edition_id = ed.id AND s.state = 'HELD'
                  JOIN attendance_sheet a
                    ON a.event_id = s.attendance_event_id AND a.person_id = e.person_id
                   AND a.status = 'PRESENT'
                 WHERE e.person_id = :person AND e.state IN ('CONFIRMED', 'COMPLETED', 'NOT_COMPLETED')
                   AND s.starts_at >= :from AND s.starts_at < :until
                 GROUP BY e.id, ed.id
                 ORDER BY first_at, e.id
                """)
            .param("person", personId)
            .param("from", begin(year))
            .param("until", begin(year.plusYears(1)))
            .query((rs, n) -> attended(rs))
            .list();
    Map<Long, Certificate> papers =
        attended.isEmpty()
            ? Map.of()
            : certificates.ofEnrollments(attended.stream().map(Attended::enrollmentId).toList());
    return new YearlyRecord(
        year, attended.stream().map(training -> withCertificate(training, papers)).toList());
  }

  /** Years in which the person was at a training, newest first. */
  public List<Year> years(long personId) {
    return jdbc.sql(
            """
            SELECT DISTINCT extract(year FROM s.starts_at AT TIME ZONE 'America/Sao_Paulo')::int AS year
              FROM training_enrollment e
              JOIN training_session s ON s.edition_id = e.edition_id AND s.state = 'HELD'
              JOIN attendance_sheet a
                ON a.event_id = s.attendance_event_id AND a.person_id = e.person_id
               AND a.status = 'PRESENT'
             WHERE e.person_id = :person
             ORDER BY year DESC
            """)
        .param("person", personId)
        .query((rs, n) -> Year.of(rs.getInt("year")))
        .list();
  }

  /** What the people of a body attended in the year: their body when they enrolled. */
  public BodyHours ofBody(long bodyId, Year year) {
    return hours(year, bodyId).stream().findFirst().orElse(new BodyHours(bodyId, 0, 0, 0));
  }

  /** The same of every body that attended anything. One statement. */
  public List<BodyHours> ofBodies(Year year) {
    return hours(year, null);
  }

  private List<BodyHours> hours(Year year, Long bodyId) {
    return jdbc.sql(
            """
            SELECT e.body_id, count(DISTINCT e.person_id) AS people, count(*) AS attendances,
                   sum(s.minutes) AS minutes
              FROM training_session s
              JOIN attendance_sheet a
                ON a.event_id = s.attendance_event_id AND a.status = 'PRESENT'
              JOIN training_enrollment e
                ON e.edition_id = s.edition_id AND e.person_id = a.person_id
               AND e.state IN ('CONFIRMED', 'COMPLETED', 'NOT_COMPLETED')
             WHERE s.state = 'HELD' AND s.starts_at >= :from AND s.starts_at < :until
               AND (:body::bigint IS NULL OR e.body_id = :body)
             GROUP BY e.body_id
            """)
        .param("from", begin(year))
        .param("until", begin(year.plusYears(1)))
        .param("body", bodyId)
        .query(
            (rs, n) ->
                new BodyHours(
                    rs.getLong("body_id"),
                    rs.getInt("people"),
                    rs.getInt("attendances"),
                    rs.getLong("minutes")))
        .list();
  }

  private static Timestamp begin(Year year) {
    return Timestamp.from(year.atDay(1).atStartOfDay(SaoPaulo.ZONE).toInstant());
  }

  private static Attended attended(ResultSet rs) throws SQLException {
    return new Attended(
        rs.getLong("id"),
        rs.getString("title"),
        EditionKind.valueOf(rs.getString("kind")),
        EnrollmentState.valueOf(rs.getString("state")),
        rs.getInt("sessions"),
        rs.getInt("minutes"),
        day(rs, "first_at"),
        day(rs, "last_at"),
        null);
  }

  private static LocalDate day(ResultSet rs, String column) throws SQLException {
    return rs.getTimestamp(column).toInstant().atZone(SaoPaulo.ZONE).toLocalDate();
  }

  private static Attended withCertificate(Attended training, Map<Long, Certificate> papers) {
    Certificate paper = papers.get(training.enrollmentId());
    return paper == null || !paper.isInForce()
        ? training
        : new Attended(
            training.enrollmentId(),
            training.title(),
            training.kind(),
            training.state(),
            training.sessions(),
            training.minutes(),
            training.from(),
            training.to(),
            paper.code());
  }

  /**
   * @param trainings in the order in which they began
   */
  public record YearlyRecord(Year year, List<Attended> trainings) {

    public YearlyRecord {
      trainings = List.copyOf(trainings);
    }

    public int minutes() {
      return trainings.stream().mapToInt(Attended::minutes).sum();
    }
  }

  /**
   * @param sessions of the year that the person attended
   * @param minutes they count for
   * @param from day of the first of them
   * @param to day of the last of them
   * @param certificate code of the certificate in force, or {@code null}
   */
  public record Attended(
      long enrollmentId,
      String title,
      EditionKind kind,
      EnrollmentState state,
      int sessions,
      int minutes,
      LocalDate from,
      LocalDate to,
      String certificate) {}

  /**
   * @param people who attended at least one session
   * @param attendances sessions attended, person by person
   * @param minutes attended, person by person
   */
  public record BodyHours(long bodyId, int people, int attendances, long minutes) {}
}
