package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import br.gov.sp.prefeitura.redeinfo.training.ReleasePolicy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head lets the person take part, or does not. */
@Service
@Transactional
public class ReleaseService {

  private final EditionRepository editions;
  private final EnrollmentRepository enrollments;
  private final AnswerRepository answers;
  private final SeatService seats;
  private final Appointments appointments;
  private final Bodies bodies;
  private final AuditLog audit;
  private final Clock clock;

  ReleaseService(
      EditionRepository editions,
      EnrollmentRepository enrollments,
      AnswerRepository answers,
      SeatService seats,
      Appointments appointments,
      Bodies bodies,
      AuditLog audit,
      Clock clock) {
    this.editions = editions;
    this.enrollments = enrollments;
    this.answers = answers;
    this.seats = seats;
    this.appointments = appointments;
    this.bodies = bodies;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who decides: the head. Whoever heads the body does not release themselves: the interim head
   * does, or else the coordination, which also decides where a body has no head.
   *
   * @return the engine's group that gets the task
   */
  @Transactional(readOnly = true)
  public String deciders(long enrollmentId) {
    Enrollment enrollment = get(enrollmentId);
    LocalDate today = SaoPaulo.today(clock);
    String slug = bodies.get(enrollment.bodyId()).slug();
    Set<Long> heads = appointments.holders(enrollment.bodyId(), Function.HEAD, today);
    Set<Long> interims = appointments.holders(enrollment.bodyId(), Function.INTERIM_HEAD, today);
    boolean otherHead = heads.stream().anyMatch(id -> id != enrollment.personId());
    boolean otherInterim = interims.stream().anyMatch(id -> id != enrollment.personId());
    if (heads.contains(enrollment.personId())) {
      return otherInterim ? Groups.interimHead(slug) : Groups.COORDINATION;
    }
    return otherHead || otherInterim ? Groups.head(slug) : Groups.COORDINATION;
  }

  /**
   * Keeps what the head, or who decides in their place, says. What follows is done after the task
   * is over.
   *
   * @param reason required when refusing
   * @throws Refusal if the reason is missing, or the person would decide on their own enrolment
   */
  public void decide(long enrollmentId, long by, boolean released, String reason) {
    Enrollment enrollment = get(enrollmentId);
    if (enrollment.personId() == by) {
      throw Refusal.forbidden("training.own-release");
    }
    String why = released ? null : Findings.reason("refuseReason", reason);
    answers.saveRelease(enrollmentId, released, why, by, clock.instant());
    audit.record(
        AuditEntry.of(
                released ? EnrollmentAction.RELEASED : EnrollmentAction.RELEASE_REFUSED,
                enrollmentId)
            .by(by)
            .about(enrollment.personId())
            .in(enrollment.bodyId()));
  }

  /** Nobody answered in time: what the edition says then holds. Safe to repeat. */
  public ReleasePolicy applyPolicy(long enrollmentId) {
    Enrollment enrollment = get(enrollmentId);
    ReleasePolicy policy = edition(enrollment).releasePolicy();
    if (policy != ReleasePolicy.ESCALATE) {
      answers.saveRelease(
          enrollmentId, policy == ReleasePolicy.ACCEPT, null, null, clock.instant());
    }
    audit.record(
        AuditEntry.of(EnrollmentAction.RELEASE_UNANSWERED, enrollmentId)
            .about(enrollment.personId())
            .in(enrollment.bodyId())
            .with("policy", policy));
    return policy;
  }

  /** The enrolment ends here, with the reason that was given. Safe to repeat. */
  public void recordRefusal(long enrollmentId) {
    seats.lockEditionOf(enrollmentId);
    enrollments.change(
        enrollmentId,
        EnrollmentState.IN_RELEASE,
        EnrollmentState.REFUSED,
        answers.findRefusal(enrollmentId).orElse(null),
        clock.instant());
  }

  private Edition edition(Enrollment enrollment) {
    return editions.find(enrollment.editionId()).orElseThrow();
  }

  private Enrollment get(long enrollmentId) {
    return enrollments
        .find(enrollmentId)
        .orElseThrow(() -> Refusal.notFound("training.enrollment-not-found"));
  }
}
