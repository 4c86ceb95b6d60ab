package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.CertificateFacts;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import br.gov.sp.prefeitura.redeinfo.training.domain.Participants.Outcome;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRules.CompletionFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether somebody completed a training, what is missing, and the certificate. */
@Service
@Transactional
public class CompletionService {

  private final EditionRepository editions;
  private final EnrollmentRepository enrollments;
  private final CompletionQueries facts;
  private final TrainingRules rules;
  private final Certificates certificates;
  private final Persons persons;
  private final TrainingTexts texts;
  private final AuditLog audit;
  private final Clock clock;

  CompletionService(
      EditionRepository editions,
      EnrollmentRepository enrollments,
      CompletionQueries facts,
      TrainingRules rules,
      Certificates certificates,
      Persons persons,
      TrainingTexts texts,
      AuditLog audit,
      Clock clock) {
    this.editions = editions;
    this.enrollments = enrollments;
    this.facts = facts;
    this.rules = rules;
    this.certificates = certificates;
    this.persons = persons;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
  }

  /** How it stands by the table, on the sheets and answers there are now. */
  @Transactional(readOnly = true)
  public Standing standing(long enrollmentId) {
    CompletionFacts now = facts.factsOf(enrollmentId);
    return new Standing(now.attendancePercent(), rules.outcomes(now));
  }

  /** Decides whether the enrolment is completed. Safe to repeat: the first decision stays. */
  public boolean judge(long enrollmentId) {
    Enrollment enrollment = get(enrollmentId);
    if (enrollment.state() != EnrollmentState.CONFIRMED) {
      return enrollment.state() == EnrollmentState.COMPLETED;
    }
    Standing standing = standing(enrollmentId);
    boolean completed = standing.isComplete();
    enrollments.change(
        enrollmentId,
        EnrollmentState.CONFIRMED,
        completed ? EnrollmentState.COMPLETED : EnrollmentState.NOT_COMPLETED,
        null,
        clock.instant());
    audit.record(
        AuditEntry.of(
                completed ? EnrollmentAction.COMPLETED : EnrollmentAction.NOT_COMPLETED,
                enrollmentId)
            .about(enrollment.personId())
            .in(enrollment.bodyId())
            .with("attendance", standing.attendancePercent())
            .with("outcome", standing.outcomes()));
    return completed;
  }

  /** Whether those who complete the enrolment's edition get a certificate. */
  @Transactional(readOnly = true)
  public boolean givesCertificate(long enrollmentId) {
    return editions.find(get(enrollmentId).editionId()).orElseThrow().certificate();
  }

  /** Issues the certificate of a completed enrolment, once. */
  public void issueCertificate(long enrollmentId) {
    Enrollment enrollment = get(enrollmentId);
    Edition edition = editions.find(enrollment.editionId()).orElseThrow();
    List<Session> held =
        editions.sessions(edition.id()).stream()
            .filter(session -> session.state() == Session.State.HELD)
            .toList();
    certificates.issue(
        new CertificateFacts(
            enrollmentId,
            edition.id(),
            enrollment.personId(),
            persons.get(enrollment.personId()).name(),
            edition.title(),
            held.stream().mapToInt(Session::minutes).sum(),
            day(held.stream().map(Session::startsAt).min(Comparator.naturalOrder()).orElseThrow()),
            day(held.stream().map(Session::endsAt).max(Comparator.naturalOrder()).orElseThrow()),
            edition.content(),
            facts.factsOf(enrollmentId).attendancePercent(),
            texts.signatory(edition)));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, SaoPaulo.ZONE);
  }

  private Enrollment get(long enrollmentId) {
    return enrollments
        .find(enrollmentId)
        .orElseThrow(() -> Refusal.notFound("training.enrollment-not-found"));
  }

  /**
   * How an enrolment with a seat stands.
   *
   * @param outcomes all that is missing, or {@link Outcome#COMPLETED} alone
   */
  public record Standing(int attendancePercent, List<Outcome> outcomes) {

    public Standing {
      outcomes = List.copyOf(outcomes);
    }

    public boolean isComplete() {
      return outcomes.equals(List.of(Outcome.COMPLETED));
    }
  }
}
