package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRules.Candidate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People enrol and withdraw. */
@Service
@Transactional
public class EnrollmentService {

  private final EditionRepository editions;
  private final EnrollmentRepository enrollments;
  private final SeatCounters counters;
  private final SeatService seats;
  private final TrainingRules rules;
  private final EnrollmentProcess process;
  private final Persons persons;
  private final Bodies bodies;
  private final Appointments appointments;
  private final AuditLog audit;
  private final Clock clock;

  EnrollmentService(
      EditionRepository editions,
      EnrollmentRepository enrollments,
      SeatCounters counters,
      SeatService seats,
      TrainingRules rules,
      EnrollmentProcess process,
      Persons persons,
      Bodies bodies,
      Appointments appointments,
      AuditLog audit,
      Clock clock) {
    this.editions = editions;
    this.enrollments = enrollments;
    this.counters = counters;
    this.seats = seats;
    this.rules = rules;
    this.process = process;
    this.persons = persons;
    this.bodies = bodies;
    this.appointments = appointments;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Enrols the person. Whoever is enrolled already stays so: asking twice gives the same enrolment.
   * Unless the edition wants a release, the seat or the place on the waiting list is taken when
   * this returns: the order of arrival is that of the requests.
   *
   * @throws Refusal (not found) if there is no such edition to be seen; (invalid) with all that the
   *     table says against it
   */
  public Enrolled enroll(long editionId, long personId) {
    Edition edition =
        editions
            .lock(editionId)
            .filter(found -> found.state() != EditionState.DRAFT)
            .orElseThrow(() -> Refusal.notFound("training.not-found"));
    Optional<Enrollment> held = enrollments.held(editionId, personId);
    if (held.isPresent()) {
      return new Enrolled(held.get().id(), false);
    }
    Person person = persons.get(personId);
    List<String> against = rules.against(candidate(edition, person));
    if (!against.isEmpty()) {
      throw Refusal.invalid(against.stream().map(EnrollmentService::violation).toList());
    }
    long id = insert(edition, person);
    audit.record(
        AuditEntry.of(EnrollmentAction.ENROLLED, id)
            .by(personId)
            .about(personId)
            .in(person.bodyId())
            .with("edition", editionId));
    process.start(
        new EnrollmentProcess.Start(
            id,
            person.username(),
            edition.title() + " · " + person.name(),
            edition.releaseRequired(),
            edition.activity() != null));
    return new Enrolled(id, true);
  }

  private long insert(Edition edition, Person person) {
    try {
      return enrollments.insert(
          edition.id(),
          person.id(),
          person.bodyId(),
          counters.arrive(edition.id()),
          EnrollmentState.IN_RELEASE,
          clock.instant());
    } catch (DuplicateKeyException e) {
      throw Refusal.conflict("training.already-enrolled");
    }
  }

  /**
   * What the table says against the person's enrolment now; codes of refusals, empty if nothing
   * does. Reads only.
   */
  @Transactional(readOnly = true)
  public List<String> against(Edition edition, long personId) {
    return rules.against(candidate(edition, persons.get(personId))).stream()
        .map(code -> violation(code).code())
        .toList();
  }

  private Candidate candidate(Edition edition, Person person) {
    LocalDate today = SaoPaulo.today(clock);
    List<Appointment> held = appointments.ofPerson(person.id(), today);
    boolean focalPoint = held.stream().anyMatch(one -> one.function() == Function.FOCAL_POINT);
    boolean ofTrack =
        held.stream()
            .anyMatch(
                one ->
                    one.function() == Function.FOCAL_POINT
                        && (edition.track() == null || one.track() == edition.track()));
    boolean volunteer = held.stream().anyMatch(one -> one.function() == Function.VOLUNTEER);
    boolean bodyExists = person.bodyId() != null && bodies.get(person.bodyId()).existsOn(today);
    boolean bodyFull =
        bodyExists
            && edition.placesPerBody() != null
            && enrollments.countOfBody(edition.id(), person.bodyId()) >= edition.placesPerBody();
    return new Candidate(
        edition.state() == EditionState.ENROLLING,
        edition.audience(),
        ofTrack,
        focalPoint,
        volunteer,
        bodyExists,
        bodyFull);
  }

  private static Violation violation(String reasonCode) {
    return Violation.of("training." + reasonCode.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /**
   * The person gives the enrolment up; the next in line moves up.
   *
   * @param reason optional
   * @return the edition's id
   * @throws Refusal (not found) if it is not theirs; (conflict) if it is over already
   */
  public long withdraw(long enrollmentId, long personId, String reason) {
    String why = Findings.answer("reason", reason, Findings.MAX_REASON, false);
    return giveUp(enrollmentId, personId, why, personId);
  }

  /**
   * The person has left the network: the enrolment ends as if they had given it up.
   *
   * @throws Refusal (conflict) if it is over already
   */
  void end(long enrollmentId, long personId) {
    giveUp(enrollmentId, personId, null, null);
  }

  private long giveUp(long enrollmentId, long personId, String why, Long by) {
    Enrollment unlocked = own(enrollmentId, personId);
    Edition edition = seats.lockEditionOf(unlocked.id());
    Enrollment enrollment = own(enrollmentId, personId);
    if (!enrollment.state().isOpen()) {
      throw Refusal.conflict("training.enrollment-over");
    }
    enrollments.change(
        enrollmentId, enrollment.state(), EnrollmentState.WITHDRAWN, why, clock.instant());
    AuditEntry entry =
        AuditEntry.of(EnrollmentAction.WITHDRAWN, enrollmentId)
            .about(personId)
            .in(enrollment.bodyId())
            .with("edition", edition.id())
            .with("from", enrollment.state());
    audit.record(by == null ? entry : entry.by(by));
    process.withdraw(enrollmentId);
    seats.leave(edition, enrollment);
    return edition.id();
  }

  private Enrollment own(long enrollmentId, long personId) {
    return enrollments
        .find(enrollmentId)
        .filter(enrollment -> enrollment.personId() == personId)
        .orElseThrow(() -> Refusal.notFound("training.enrollment-not-found"));
  }

  /**
   * @param isNew false if the person was enrolled already
   */
  public record Enrolled(long enrollmentId, boolean isNew) {}
}
