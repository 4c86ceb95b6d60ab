package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.certificate.Certificates;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.Certificate;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import br.gov.sp.prefeitura.redeinfo.training.domain.CompletionService.Standing;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRules.CompletionFacts;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One person's enrolments with what goes with them, in a bounded number of statements. */
@Service
@Transactional(readOnly = true)
public class MyTrainings {

  private final JdbcClient jdbc;
  private final CompletionQueries facts;
  private final TrainingRules rules;
  private final Certificates certificates;
  private final Clock clock;

  MyTrainings(
      JdbcClient jdbc,
      CompletionQueries facts,
      TrainingRules rules,
      Certificates certificates,
      Clock clock) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.rules = rules;
    this.certificates = certificates;
    this.clock = clock;
  }

  /** The enrolments that go on, newest first. */
  public List<Mine> open(long personId, int limit) {
    return complete(
        enrollments(personId, "e.state IN ('IN_RELEASE', 'WAITING', 'CONFIRMED')", null, limit));
  }

  /**
   * The enrolments that are over, newest first.
   *
   * @param before id of the last enrolment of the page before, or {@code null}
   */
  public List<Mine> past(long personId, Long before, int limit) {
    return complete(
        enrollments(
            personId, "e.state NOT IN ('IN_RELEASE', 'WAITING', 'CONFIRMED')", before, limit));
  }

  private List<Enrollment> enrollments(long personId, String which, Long before, int limit) {
    return jdbc.sql(
            """
            SELECT e.*, a.handed_in_at FROM training_enrollment e
              LEFT JOIN training_activity a ON a.enrollment_id = e.id
             WHERE e.person_id = :person AND %s
               AND (CAST(:before AS bigint) IS NULL OR e.id < :before)
             ORDER BY e.id DESC LIMIT :limit
            """
                .formatted(which))
        .param("person", personId)
        .param("before", before, Types.BIGINT)
        .param("limit", limit)
        .query((rs, n) -> EnrollmentRepository.enrollment(rs))
        .list();
  }

  private List<Mine> complete(List<Enrollment> enrollments) {
    if (enrollments.isEmpty()) {
      return List.of();
    }
    List<Long> ids = enrollments.stream().map(Enrollment::id).toList();
    List<Long> editionIds = enrollments.stream().map(Enrollment::editionId).distinct().toList();
    Map<Long, Edition> editions = editions(editionIds);
    Map<Long, List<Session>> sessions = sessions(editionIds);
    Map<Long, CompletionFacts> completion = facts.factsOf(ids);
    Map<Long, Integer> places = placesInLine(ids);
    Map<Long, Certificate> issued = certificates.ofEnrollments(ids);
    List<Mine> all = new ArrayList<>();
    for (Enrollment enrollment : enrollments) {
      all.add(
          new Mine(
              enrollment,
              editions.get(enrollment.editionId()),
              sessions.getOrDefault(enrollment.editionId(), List.of()),
              next(sessions.getOrDefault(enrollment.editionId(), List.of())),
              standing(enrollment, completion.get(enrollment.id())),
              places.get(enrollment.id()),
              issued.get(enrollment.id())));
    }
    return all;
  }

  /** Only who holds a seat, or held it to the end, is judged. */
  private Standing standing(Enrollment enrollment, CompletionFacts facts) {
    return switch (enrollment.state()) {
      case CONFIRMED, COMPLETED, NOT_COMPLETED ->
          new Standing(facts.attendancePercent(), rules.outcomes(facts));
      default -> null;
    };
  }

  private Session next(List<Session> sessions) {
    return sessions.stream()
        .filter(session -> session.state() == Session.State.PLANNED)
        .filter(session -> session.endsAt().isAfter(clock.instant()))
        .min(Comparator.comparing(Session::startsAt))
        .orElse(null);
  }

  private Map<Long, Edition> editions(Collection<Long> ids) {
    return jdbc
        .sql("SELECT * FROM training_edition WHERE id = ANY(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query((rs, n) -> EditionRepository.edition(rs))
        .stream()
        .collect(Collectors.toMap(Edition::id, edition -> edition));
  }

  private Map<Long, List<Session>> sessions(Collection<Long> editionIds) {
    return jdbc
        .sql("SELECT * FROM training_session WHERE edition_id = ANY(:ids) ORDER BY position")
        .param("ids", editionIds.toArray(Long[]::new))
        .query((rs, n) -> EditionRepository.session(rs))
        .stream()
        .collect(Collectors.groupingBy(Session::editionId));
  }

  /** Of those on a waiting list: the list's length without those behind. */
  private Map<Long, Integer> placesInLine(Collection<Long> ids) {
    Map<Long, Integer> places = new HashMap<>();
    jdbc.sql(
            """
            SELECT e.id,
                   ed.waiting - (SELECT count(*) FROM training_enrollment behind
                                  WHERE behind.edition_id = e.edition_id
                                    AND behind.state = 'WAITING'
                                    AND behind.arrival > e.arrival) AS place
              FROM training_enrollment e JOIN training_edition ed ON ed.id = e.edition_id
             WHERE e.id = ANY(:ids) AND e.state = 'WAITING'
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query((rs, n) -> places.put(rs.getLong("id"), rs.getInt("place")))
        .list();
    return places;
  }

  /**
   * @param next the next session that is to come, or {@code null}
   * @param standing attendance so far and what is missing; {@code null} without a seat
   * @param place on the waiting list, or {@code null}
   * @param certificate {@code null} if there is none
   */
  public record Mine(
      Enrollment enrollment,
      Edition edition,
      List<Session> sessions,
      Session next,
      Standing standing,
      Integer place,
      Certificate certificate) {

    public Mine {
      sessions = List.copyOf(sessions);
    }

    /** How many sessions have been held. */
    public long held() {
      return sessions.stream().filter(session -> session.state() == Session.State.HELD).count();
    }

    /** How many sessions count: those that are not cancelled. */
    public long counted() {
      return sessions.stream()
          .filter(session -> session.state() != Session.State.CANCELLED)
          .count();
    }

    public boolean isSeated() {
      return enrollment.state() == EnrollmentState.CONFIRMED;
    }

    /** The activity that is still to be handed in, if there is one. */
    public Optional<String> activityToHandIn() {
      return isSeated() && enrollment.activityAt() == null
          ? Optional.ofNullable(edition.activity())
          : Optional.empty();
    }
  }
}
