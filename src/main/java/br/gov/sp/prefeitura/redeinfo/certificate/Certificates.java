package br.gov.sp.prefeitura.redeinfo.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Issues and reads certificates. Writes join the caller's transaction. */
public interface Certificates {

  /**
   * Issues the certificate of this enrolment, once: asked again it gives the one there is, and
   * changes nothing.
   */
  Certificate issue(CertificateFacts facts);

  /** By enrolment; revoked ones too. One statement. */
  Map<Long, Certificate> ofEnrollments(Collection<Long> enrollmentIds);

  /** How many certificates of the edition there are, revoked ones too: how far issuing has come. */
  int issuedIn(long editionId);

  /**
   * What the paper says.
   *
   * @param minutes what the course counts for
   * @param from day of the first session
   * @param to day of the last session
   * @param attendancePercent of the person, 0 to 100
   * @param signatoryUnit the unit that signs, in words
   */
  record CertificateFacts(
      long enrollmentId,
      long editionId,
      long personId,
      String personName,
      String courseTitle,
      int minutes,
      LocalDate from,
      LocalDate to,
      String content,
      int attendancePercent,
      String signatoryUnit) {}

  /**
   * @param code what is typed to verify it
   * @param revokedAt {@code null} while it is in force
   */
  record Certificate(
      long id, long enrollmentId, long personId, String code, Instant issuedAt, Instant revokedAt) {

    public boolean isInForce() {
      return revokedAt == null;
    }
  }
}
