package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Verifies, hands out and revokes certificates. Whoever holds the code or the file may read what
 * the paper says; the file itself is for its owner and for those who answer for it.
 */
@Service
public class CertificateDesk {

  private static final int LONGEST_REASON = 1000;

  private final CertificateRepository certificates;
  private final Notices notices;
  private final AuditLog audit;
  private final Clock clock;

  CertificateDesk(
      CertificateRepository certificates, Notices notices, AuditLog audit, Clock clock) {
    this.certificates = certificates;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<StoredCertificate> findByCode(CertificateCode code) {
    return certificates.byCode(code);
  }

  /** The certificate whose file this is, byte by byte. */
  @Transactional(readOnly = true)
  public Optional<StoredCertificate> findByFile(byte[] file) {
    return certificates.byDigest(Digest.of(file));
  }

  /**
   * The certificate whose file has this SHA-256, in 64 hexadecimal digits; empty for anything else.
   */
  @Transactional(readOnly = true)
  public Optional<StoredCertificate> findByDigest(String hex) {
    return Digest.parse(hex).flatMap(certificates::byDigest);
  }

  /** Whether the person may have the file: its owner, and those who answer for it. */
  public boolean mayHaveFile(SignedIn person, StoredCertificate certificate) {
    boolean overseer = mayRevoke(person) || person.isAuditor();
    return overseer
        || person.personId() == certificate.facts().personId() && certificate.isInForce();
  }

  public boolean mayRevoke(SignedIn person) {
    return person.isCoordination() || person.isIn(Groups.EMASP);
  }

  /**
   * The file as it was issued. A revoked one is for those who answer for it alone.
   *
   * @throws Refusal (not found, forbidden, conflict) in words
   */
  @Transactional(readOnly = true)
  public byte[] file(CertificateCode code, SignedIn person) {
    StoredCertificate certificate = get(code);
    if (!mayHaveFile(person, certificate)) {
      throw person.personId() == certificate.facts().personId()
          ? Refusal.conflict("certificate.revoked")
          : Refusal.forbidden("certificate.file-not-yours");
    }
    return certificates
        .file(certificate.id())
        .orElseThrow(() -> Refusal.notFound("certificate.file-lapsed"));
  }

  /**
   * The certificate that the person is about to revoke.
   *
   * @throws Refusal (not found, forbidden, conflict) in words
   */
  @Transactional(readOnly = true)
  public StoredCertificate revocable(CertificateCode code, SignedIn person) {
    if (!mayRevoke(person)) {
      throw Refusal.forbidden("certificate.revocation-not-yours");
    }
    StoredCertificate certificate = get(code);
    if (!certificate.isInForce()) {
      throw Refusal.conflict("certificate.revoked-already");
    }
    return certificate;
  }

  /**
   * Takes the certificate out of force and tells its owner why. It stays issued: there is no second
   * one for the enrolment.
   *
   * @throws Refusal (not found, forbidden, conflict; invalid with the field {@code reason})
   */
  @Transactional
  public void revoke(CertificateCode code, String reason, SignedIn person) {
    StoredCertificate certificate = revocable(code, person);
    String why = reason == null ? "" : reason.replace("\0", "").strip();
    if (why.isEmpty()) {
      throw Refusal.invalidField("reason", "certificate.reason-missing");
    }
    if (why.length() > LONGEST_REASON) {
      throw Refusal.invalidField("reason", "certificate.reason-too-long", LONGEST_REASON);
    }
    Instant now = clock.instant();
    if (!certificates.revoke(certificate.id(), now, person.personId(), why)) {
      throw Refusal.conflict("certificate.revoked-already");
    }
    long owner = certificate.facts().personId();
    audit.record(
        AuditEntry.of(CertificateAction.REVOKED, certificate.id())
            .about(owner)
            .with("edition", certificate.facts().editionId()));
    notices.send(
        Notice.toPersons(
            "certificate:" + certificate.id() + ":revoked",
            "certificate-revoked",
            Map.of("course", certificate.facts().courseTitle(), "reason", why),
            "/certificates/" + code,
            List.of(owner)));
  }

  private StoredCertificate get(CertificateCode code) {
    return certificates.byCode(code).orElseThrow(() -> Refusal.notFound("certificate.unknown"));
  }
}
