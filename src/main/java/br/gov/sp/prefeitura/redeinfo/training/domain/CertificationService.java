package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionCertification.Outcome;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who completed an edition is confirmed by those who certify, or returned to the coordination with
 * a reason, until both agree. Joins the transaction that completes the task.
 */
@Service
@Transactional
public class CertificationService {

  private final CertificationRepository certifications;
  private final AuditLog audit;
  private final Clock clock;

  CertificationService(CertificationRepository certifications, AuditLog audit, Clock clock) {
    this.certifications = certifications;
    this.audit = audit;
    this.clock = clock;
  }

  public void confirm(long editionId, long by, String comment) {
    record(
        editionId,
        Outcome.CONFIRMED,
        TrainingAction.RESULTS_CONFIRMED,
        by,
        optional("confirmComment", comment));
  }

  /**
   * @throws Refusal (invalid) without a reason
   */
  public void giveBack(long editionId, long by, String reason) {
    record(
        editionId,
        Outcome.RETURNED,
        TrainingAction.RESULTS_RETURNED,
        by,
        Findings.reason("returnReason", reason));
  }

  /** The coordination has looked at what was returned. */
  public void review(long editionId, long by, String answer) {
    record(
        editionId,
        Outcome.REVIEWED,
        TrainingAction.RESULTS_REVIEWED,
        by,
        Findings.reason("reviewAnswer", answer));
  }

  /** What was decided so far, oldest first. */
  @Transactional(readOnly = true)
  public List<EditionCertification> history(long editionId) {
    return certifications.of(editionId);
  }

  private static String optional(String field, String typed) {
    Findings findings = new Findings();
    String text = findings.text(field, typed, Findings.MAX_REASON, false);
    findings.refuse();
    return text;
  }

  private void record(
      long editionId, Outcome outcome, TrainingAction action, long by, String reason) {
    certifications.insert(editionId, outcome, by, clock.instant(), reason);
    audit.record(AuditEntry.of(action, editionId).by(by));
  }
}
