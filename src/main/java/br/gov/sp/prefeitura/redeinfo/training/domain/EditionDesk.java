package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionProcess.Failure;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who plan and certify see of editions. A page costs a handful of statements. */
@Service
@Transactional(readOnly = true)
public class EditionDesk {

  private final JdbcClient jdbc;
  private final EditionRepository editions;
  private final SessionRepository sessions;
  private final EditionProcess process;
  private final AttendanceSheets sheets;
  private final Certificates certificates;
  private final Persons persons;
  private final Clock clock;

  EditionDesk(
      JdbcClient jdbc,
      EditionRepository editions,
      SessionRepository sessions,
      EditionProcess process,
      AttendanceSheets sheets,
      Certificates certificates,
      Persons persons,
      Clock clock) {
    this.jdbc = jdbc;
    this.editions = editions;
    this.sessions = sessions;
    this.process = process;
    this.sheets = sheets;
    this.certificates = certificates;
    this.persons = persons;
    this.clock = clock;
  }

  /**
   * Editions, newest first.
   *
   * @param state only these, or {@code null} for all
   * @param schoolOnly leaves out those that the school does not validate
   * @param before id of the last one of the page before, or {@code null}
   */
  public List<Line> list(EditionState state, boolean schoolOnly, Long before, int limit) {
    List<Edition> found =
        jdbc.sql(
                """
                SELECT * FROM training_edition
                 WHERE id < :before AND (CAST(:state AS text) IS NULL OR state = :state)
                   AND (school_validates OR NOT :schoolOnly)
                 ORDER BY id DESC LIMIT :limit
                """)
            .param("before", before == null ? Long.MAX_VALUE : before)
            .param("state", state == null ? null : state.name(), Types.VARCHAR)
            .param("schoolOnly", schoolOnly)
            .param("limit", limit)
            .query((rs, n) -> EditionRepository.edition(rs))
            .list();
    Map<Long, SessionRepository.Outline> outlines =
        sessions.outlines(found.stream().map(Edition::id).toList(), clock.instant());
    return found.stream()
        .map(
            edition -> {
              SessionRepository.Outline outline = outlines.get(edition.id());
              return new Line(
                  edition,
                  outline == null ? 0 : outline.sessions(),
                  outline == null ? null : outline.next());
            })
        .toList();
  }

  /**
   * @throws Refusal (not found)
   */
  public Edition get(long id) {
    return editions.find(id).orElseThrow(() -> Refusal.notFound("training.not-found"));
  }

  /**
   * The session, if it belongs to the edition.
   *
   * @throws Refusal (not found)
   */
  public Session session(long editionId, long sessionId) {
    return editions
        .findSession(sessionId)
        .filter(session -> session.editionId() == editionId)
        .orElseThrow(() -> Refusal.notFound("training.session-not-found"));
  }

  public List<Session> sessions(long editionId) {
    return editions.sessions(editionId);
  }

  /** Who gives the edition, by name. */
  public List<Person> trainers(long editionId) {
    return persons.byId(editions.trainers(editionId)).values().stream()
        .sorted(Comparator.comparing(Person::name))
        .toList();
  }

  /** The edition with its sessions, its enrolments in figures, and whom it waits for. */
  public Overview overview(Edition edition) {
    List<Session> planned = editions.sessions(edition.id());
    List<Long> events =
        planned.stream().map(Session::attendanceEventId).filter(Objects::nonNull).toList();
    List<WaitingTask> waiting =
        edition.state().isLive() ? process.waiting(edition.id()) : List.<WaitingTask>of();
    List<Failure> failures =
        edition.state() == EditionState.DRAFT
            ? List.of()
            : process.failures(edition.id(), planned.stream().map(Session::id).toList());
    Map<EnrollmentState, Integer> enrolments = enrolments(edition.id());
    int issued = edition.certificate() ? certificates.issuedIn(edition.id()) : 0;
    return new Overview(
        edition,
        planned,
        events.isEmpty() ? Map.of() : sheets.counts(events),
        enrolments,
        trainers(edition.id()),
        waiting,
        failures,
        issued,
        Progress.of(edition, enrolments, issued, !waiting.isEmpty()));
  }

  private Map<EnrollmentState, Integer> enrolments(long editionId) {
    Map<EnrollmentState, Integer> counts = new EnumMap<>(EnrollmentState.class);
    jdbc.sql(
            "SELECT state, count(*) FROM training_enrollment WHERE edition_id = :id GROUP BY state")
        .param("id", editionId)
        .query(
            row -> {
              counts.put(EnrollmentState.valueOf(row.getString(1)), row.getInt(2));
            });
    return counts;
  }

  /**
   * @param sessions how many there are
   * @param nextSession when the next one begins, or {@code null}
   */
  public record Line(Edition edition, int sessions, Instant nextSession) {}

  /**
   * @param sheets by attendance event
   * @param waiting tasks that somebody has to do
   * @param failures where something stands still
   * @param certificates how many have been issued
   * @param progress of what moves many enrolments, or {@code null} if nothing does
   */
  public record Overview(
      Edition edition,
      List<Session> sessions,
      Map<Long, Counts> sheets,
      Map<EnrollmentState, Integer> enrolments,
      List<Person> trainers,
      List<WaitingTask> waiting,
      List<Failure> failures,
      int certificates,
      Progress progress) {

    public int count(EnrollmentState state) {
      return enrolments.getOrDefault(state, 0);
    }

    /** What the session's sheet says, or {@code null} before it has one. */
    public Counts sheet(Session session) {
      return session.attendanceEventId() == null ? null : sheets.get(session.attendanceEventId());
    }

    /** Whether more will happen by itself within moments. */
    public boolean isMoving() {
      return progress != null && failures.isEmpty();
    }
  }

  /**
   * How far the background is with many enrolments.
   *
   * @param what {@code DISMISSING} those without a seat, {@code FINISHING}, {@code CERTIFYING} or
   *     {@code CANCELLING}
   */
  public record Progress(String what, int done, int total) {

    static Progress of(
        Edition edition, Map<EnrollmentState, Integer> counts, int issued, boolean waiting) {
      int waitingList = sum(counts, EnrollmentState.WAITING);
      int confirmed = sum(counts, EnrollmentState.CONFIRMED);
      int open = waitingList + confirmed + sum(counts, EnrollmentState.IN_RELEASE);
      int completed = sum(counts, EnrollmentState.COMPLETED);
      int finished = completed + sum(counts, EnrollmentState.NOT_COMPLETED);
      return switch (edition.state()) {
        case RUNNING -> some("DISMISSING", sum(counts, EnrollmentState.NOT_SEATED), waitingList);
        case AWAITING_CERTIFICATION -> waiting ? null : some("FINISHING", finished, open);
        case CONCLUDED ->
            edition.certificate() ? some("CERTIFYING", issued, completed - issued) : null;
        case CANCELLED -> some("CANCELLING", sum(counts, EnrollmentState.CANCELLED), open);
        default -> null;
      };
    }

    private static Progress some(String what, int done, int left) {
      return left > 0 ? new Progress(what, done, done + left) : null;
    }

    private static int sum(Map<EnrollmentState, Integer> counts, EnrollmentState... states) {
      int sum = 0;
      for (EnrollmentState state : states) {
        sum += counts.getOrDefault(state, 0);
      }
      return sum;
    }
  }
}
