package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One enrolment with all that stands around it, for forms and pages. */
@Service
@Transactional(readOnly = true)
public class EnrollmentFacts {

  private final EditionRepository editions;
  private final EnrollmentRepository enrollments;
  private final AnswerRepository answers;
  private final Persons persons;
  private final Bodies bodies;
  private final Clock clock;

  EnrollmentFacts(
      EditionRepository editions,
      EnrollmentRepository enrollments,
      AnswerRepository answers,
      Persons persons,
      Bodies bodies,
      Clock clock) {
    this.editions = editions;
    this.enrollments = enrollments;
    this.answers = answers;
    this.persons = persons;
    this.bodies = bodies;
    this.clock = clock;
  }

  /**
   * @throws Refusal (not found)
   */
  public Details details(long enrollmentId) {
    Enrollment enrollment =
        enrollments
            .find(enrollmentId)
            .orElseThrow(() -> Refusal.notFound("training.enrollment-not-found"));
    return new Details(
        enrollment,
        editions.find(enrollment.editionId()).orElseThrow(),
        editions.sessions(enrollment.editionId()),
        persons.get(enrollment.personId()),
        bodies.get(enrollment.bodyId()));
  }

  /** The sessions missed about which the person has not said anything, in their order. */
  public List<Session> unexplained(Details details) {
    List<Long> missed = answers.unexplained(details.enrollment().id());
    return details.sessions().stream().filter(session -> missed.contains(session.id())).toList();
  }

  /** The next session that is still to come. */
  public Optional<Session> next(Details details) {
    return details.sessions().stream()
        .filter(session -> session.state() == Session.State.PLANNED)
        .filter(session -> session.endsAt().isAfter(clock.instant()))
        .min(Comparator.comparing(Session::startsAt));
  }

  /**
   * @param sessions all of the edition
   * @param body where the person worked when they enrolled
   */
  public record Details(
      Enrollment enrollment, Edition edition, List<Session> sessions, Person person, Body body) {

    public Details {
      sessions = List.copyOf(sessions);
    }

    /** What those sessions count for that are not cancelled. */
    public int minutes() {
      return sessions.stream()
          .filter(session -> session.state() != Session.State.CANCELLED)
          .mapToInt(Session::minutes)
          .sum();
    }
  }
}
