package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The editions as participants see them; drafts are none of their business. */
@Service
@Transactional(readOnly = true)
public class TrainingCatalogue {

  private final JdbcClient jdbc;
  private final EditionRepository editions;
  private final EnrollmentRepository enrollments;
  private final SeatCounters counters;
  private final AttendanceSheets sheets;

  TrainingCatalogue(
      JdbcClient jdbc,
      EditionRepository editions,
      EnrollmentRepository enrollments,
      SeatCounters counters,
      AttendanceSheets sheets) {
    this.jdbc = jdbc;
    this.editions = editions;
    this.enrollments = enrollments;
    this.counters = counters;
    this.sheets = sheets;
  }

  /** Which editions a page of the catalogue shows. */
  public enum View {
    /** One can enrol, or will be able to. */
    OPEN(EditionState.PUBLISHED, EditionState.ENROLLING),
    RUNNING(EditionState.RUNNING, EditionState.AWAITING_CERTIFICATION),
    PAST(EditionState.CONCLUDED, EditionState.CANCELLED);

    private final Set<EditionState> states;

    View(EditionState... states) {
      this.states = Set.of(states);
    }

    private String[] names() {
      return states.stream().map(EditionState::name).toArray(String[]::new);
    }
  }

  /**
   * A page of the catalogue, newest first, with the person's own state; one statement.
   *
   * @param before id of the last edition of the page before, or {@code null}
   */
  public List<Line> page(View view, Long before, long personId, int limit) {
    return jdbc.sql(
            """
            SELECT e.*, s.first_start, s.last_end, s.sessions, s.minutes, mine.state AS own_state
              FROM training_edition e
              CROSS JOIN LATERAL (
                     SELECT min(starts_at) AS first_start, max(ends_at) AS last_end,
                            count(*) AS sessions, coalesce(sum(minutes), 0) AS minutes
                       FROM training_session
                      WHERE edition_id = e.id AND state <> 'CANCELLED') s
              LEFT JOIN training_enrollment mine
                     ON mine.edition_id = e.id AND mine.person_id = :person
                    AND mine.state NOT IN ('REFUSED', 'WITHDRAWN', 'CANCELLED', 'NOT_SEATED')
             WHERE e.state = ANY(:states)
               AND (CAST(:before AS bigint) IS NULL OR e.id < :before)
             ORDER BY e.id DESC LIMIT :limit
            """)
        .param("person", personId)
        .param("states", view.names())
        .param("before", before, Types.BIGINT)
        .param("limit", limit)
        .query(
            (rs, n) ->
                new Line(
                    EditionRepository.edition(rs),
                    instant(rs.getTimestamp("first_start")),
                    instant(rs.getTimestamp("last_end")),
                    rs.getInt("sessions"),
                    rs.getInt("minutes"),
                    rs.getInt("waiting"),
                    rs.getString("own_state") == null
                        ? null
                        : EnrollmentState.valueOf(rs.getString("own_state"))))
        .list();
  }

  /**
   * One edition with its sessions, and how it stands with the person.
   *
   * @throws Refusal (not found) if there is none, or none to be seen
   */
  public Details details(long editionId, long personId) {
    Edition edition =
        editions
            .find(editionId)
            .filter(found -> found.state() != EditionState.DRAFT)
            .orElseThrow(() -> Refusal.notFound("training.not-found"));
    List<Session> sessions = editions.sessions(editionId);
    Optional<Enrollment> own = enrollments.held(editionId, personId);
    Map<Long, AttendanceStatus> attendance =
        own.isEmpty()
            ? Map.of()
            : sheets.of(
                personId,
                sessions.stream()
                    .map(Session::attendanceEventId)
                    .filter(Objects::nonNull)
                    .toList());
    return new Details(
        edition, sessions, counters.waiting(editionId), own.orElse(null), attendance);
  }

  /** How many editions take enrolments now. */
  public int countEnrolling() {
    return jdbc.sql("SELECT count(*) FROM training_edition WHERE state = 'ENROLLING'")
        .query(Integer.class)
        .single();
  }

  private static Instant instant(Timestamp value) {
    return value == null ? null : value.toInstant();
  }

  /**
   * @param firstStart of the sessions that are not cancelled; {@code null} if there is none
   * @param minutes of those sessions
   * @param ownState how the person's enrolment stands, or {@code null}
   */
  public record Line(
      Edition edition,
      Instant firstStart,
      Instant lastEnd,
      int sessions,
      int minutes,
      int waiting,
      EnrollmentState ownState) {}

  /**
   * @param waiting length of the waiting list
   * @param own the person's enrolment that holds, or {@code null}
   * @param attendance what the sheets say of the person, by event
   */
  public record Details(
      Edition edition,
      List<Session> sessions,
      int waiting,
      Enrollment own,
      Map<Long, AttendanceStatus> attendance) {

    public Details {
      sessions = List.copyOf(sessions);
      attendance = Map.copyOf(attendance);
    }

    /** What the sessions count for that are not cancelled. */
    public int minutes() {
      return sessions.stream()
          .filter(session -> session.state() != Session.State.CANCELLED)
          .mapToInt(Session::minutes)
          .sum();
    }

    /** Whether one can enrol now, as far as the edition goes. */
    public boolean isEnrolling() {
      return edition.state() == EditionState.ENROLLING;
    }
  }
}
