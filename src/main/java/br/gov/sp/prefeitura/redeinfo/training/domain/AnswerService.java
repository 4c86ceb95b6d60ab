package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What participants answer: their activity, and why they were absent. */
@Service
@Transactional
public class AnswerService {

  private static final int ACTIVITY_LENGTH = 4000;

  private final EnrollmentRepository enrollments;
  private final AnswerRepository answers;
  private final AuditLog audit;
  private final Clock clock;

  AnswerService(
      EnrollmentRepository enrollments, AnswerRepository answers, AuditLog audit, Clock clock) {
    this.enrollments = enrollments;
    this.answers = answers;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why people are absent, as they choose it from a list. */
  public enum AbsenceReason {
    WORKLOAD,
    NOT_RELEASED,
    HEALTH,
    SCHEDULE,
    PLACE,
    CONTENT,
    OTHER
  }

  /**
   * The participant hands the activity in.
   *
   * @throws Refusal if nothing is handed in, or it is somebody else's
   */
  public void handIn(long enrollmentId, long personId, String typed) {
    Enrollment enrollment = own(enrollmentId, personId);
    answers.saveActivity(
        enrollmentId, Findings.answer("answer", typed, ACTIVITY_LENGTH, true), clock.instant());
    record(EnrollmentAction.ACTIVITY_HANDED_IN, enrollment);
  }

  /**
   * The participant says why they were absent.
   *
   * @param typed more about it, or {@code null}
   * @throws Refusal if the text is not as it must be, or it is somebody else's absence
   */
  public void explain(long enrollmentId, long personId, AbsenceReason reason, String typed) {
    Enrollment enrollment = own(enrollmentId, personId);
    answers.explainAbsences(
        enrollmentId,
        reason.name(),
        Findings.answer("absenceText", typed, Findings.MAX_REASON, false),
        clock.instant());
    record(EnrollmentAction.ABSENCE_EXPLAINED, enrollment);
  }

  private void record(EnrollmentAction action, Enrollment enrollment) {
    audit.record(
        AuditEntry.of(action, enrollment.id())
            .by(enrollment.personId())
            .about(enrollment.personId())
            .in(enrollment.bodyId()));
  }

  private Enrollment own(long enrollmentId, long personId) {
    return enrollments
        .find(enrollmentId)
        .filter(enrollment -> enrollment.personId() == personId)
        .orElseThrow(() -> Refusal.notFound("training.enrollment-not-found"));
  }
}
