package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.Certificate;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.CertificateFacts;
import java.time.Instant;

/**
 * A certificate with what it says.
 *
 * @param revokedAt {@code null} while it is in force
 */
public record StoredCertificate(
    long id, CertificateCode code, CertificateFacts facts, Instant issuedAt, Instant revokedAt) {

  public boolean isInForce() {
    return revokedAt == null;
  }

  Certificate summary() {
    return new Certificate(
        id, facts.enrollmentId(), facts.personId(), code.toString(), issuedAt, revokedAt);
  }
}
