package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issues certificates. The paper is made here, in the job that issues, and never again. */
@Service
class CertificateIssuer implements Certificates {

  private final CertificateRepository certificates;
  private final CertificatePaper paper;
  private final AuditLog audit;
  private final Clock clock;

  CertificateIssuer(
      CertificateRepository certificates, CertificatePaper paper, AuditLog audit, Clock clock) {
    this.certificates = certificates;
    this.paper = paper;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Certificate issue(CertificateFacts facts) {
    return certificates
        .byEnrollment(facts.enrollmentId())
        .map(StoredCertificate::summary)
        .orElseGet(() -> issueNow(facts));
  }

  private Certificate issueNow(CertificateFacts facts) {
    CertificateCode code = CertificateCode.random();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    byte[] pdf = paper.print(code, facts, now);
    Optional<Long> id = certificates.insert(code, facts, now, Digest.of(pdf), pdf);
    if (id.isEmpty()) {
      // Somebody else issued it while ours was printed; their transaction has committed.
      return certificates.byEnrollment(facts.enrollmentId()).orElseThrow().summary();
    }
    audit.record(
        AuditEntry.of(CertificateAction.ISSUED, id.get())
            .about(facts.personId())
            .with("edition", facts.editionId()));
    return new StoredCertificate(id.get(), code, facts, now, null).summary();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, Certificate> ofEnrollments(Collection<Long> enrollmentIds) {
    return enrollmentIds.isEmpty()
        ? Map.of()
        : certificates.ofEnrollments(enrollmentIds).stream()
            .collect(Collectors.toMap(Certificate::enrollmentId, Function.identity()));
  }

  @Override
  @Transactional(readOnly = true)
  public int issuedIn(long editionId) {
    return certificates.countOfEdition(editionId);
  }
}
