package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.Certificate;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.CertificateFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Certificates and their files; all methods join the caller's transaction. */
@Repository
class CertificateRepository {

  private final JdbcClient jdbc;

  CertificateRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty if the enrolment has one already, also one that another transaction just wrote. */
  Optional<Long> insert(
      CertificateCode code, CertificateFacts facts, Instant issuedAt, byte[] sha256, byte[] pdf) {
    Optional<Long> id =
        jdbc.sql(
                """
                INSERT INTO certificate (enrollment_id, edition_id, person_id, code, person_name,
                                         course_title, minutes, first_day, last_day, content,
                                         attendance_percent, signatory_unit, issued_at, sha256)
                VALUES (:enrollment, :edition, :person, :code, :name, :title, :minutes, :from, :to,
                        :content, :attendance, :unit, :issuedAt, :sha256)
                ON CONFLICT (enrollment_id) DO NOTHING
                RETURNING id
                """)
            .param("enrollment", facts.enrollmentId())
            .param("edition", facts.editionId())
            .param("person", facts.personId())
            .param("code", code.stored())
            .param("name", facts.personName())
            .param("title", facts.courseTitle())
            .param("minutes", facts.minutes())
            .param("from", facts.from())
            .param("to", facts.to())
            .param("content", facts.content(), Types.VARCHAR)
            .param("attendance", facts.attendancePercent())
            .param("unit", facts.signatoryUnit())
            .param("issuedAt", utc(issuedAt))
            .param("sha256", sha256)
            .query(Long.class)
            .optional();
    id.ifPresent(
        certificate ->
            jdbc.sql("INSERT INTO certificate_file (certificate_id, pdf) VALUES (:id, :pdf)")
                .param("id", certificate)
                .param("pdf", pdf)
                .update());
    return id;
  }

  Optional<StoredCertificate> byEnrollment(long enrollmentId) {
    return jdbc.sql("SELECT * FROM certificate WHERE enrollment_id = :enrollment")
        .param("enrollment", enrollmentId)
        .query((rs, n) -> certificate(rs))
        .optional();
  }

  Optional<StoredCertificate> byCode(CertificateCode code) {
    return jdbc.sql("SELECT * FROM certificate WHERE code = :code")
        .param("code", code.stored())
        .query((rs, n) -> certificate(rs))
        .optional();
  }

  Optional<StoredCertificate> byDigest(byte[] sha256) {
    return jdbc.sql("SELECT * FROM certificate WHERE sha256 = :sha256")
        .param("sha256", sha256)
        .query((rs, n) -> certificate(rs))
        .optional();
  }

  List<Certificate> ofEnrollments(Collection<Long> enrollmentIds) {
    return jdbc.sql(
            """
            SELECT id, enrollment_id, person_id, code, issued_at, revoked_at FROM certificate
             WHERE enrollment_id = ANY(:enrollments)
            """)
        .param("enrollments", enrollmentIds.toArray(Long[]::new))
        .query(
            (rs, n) ->
                new Certificate(
                    rs.getLong("id"),
                    rs.getLong("enrollment_id"),
                    rs.getLong("person_id"),
                    new CertificateCode(rs.getString("code")).toString(),
                    moment(rs, "issued_at"),
                    moment(rs, "revoked_at")))
        .list();
  }

  int countOfEdition(long editionId) {
    return jdbc.sql("SELECT count(*) FROM certificate WHERE edition_id = :edition")
        .param("edition", editionId)
        .query(Integer.class)
        .single();
  }

  /** Empty once its time is over. */
  Optional<byte[]> file(long id) {
    return jdbc.sql("SELECT pdf FROM certificate_file WHERE certificate_id = :id")
        .param("id", id)
        .query((rs, n) -> rs.getBytes("pdf"))
        .optional();
  }

  /** Returns whether it was in force until now. */
  boolean revoke(long id, Instant moment, long personId, String reason) {
    return jdbc.sql(
                """
                UPDATE certificate
                   SET revoked_at = :moment, revoked_by = :person, revoked_reason = :reason
                 WHERE id = :id AND revoked_at IS NULL
                """)
            .param("id", id)
            .param("moment", utc(moment))
            .param("person", personId)
            .param("reason", reason)
            .update()
        == 1;
  }

  private static StoredCertificate certificate(ResultSet rs) throws SQLException {
    return new StoredCertificate(
        rs.getLong("id"),
        new CertificateCode(rs.getString("code")),
        new CertificateFacts(
            rs.getLong("enrollment_id"),
            rs.getLong("edition_id"),
            rs.getLong("person_id"),
            rs.getString("person_name"),
            rs.getString("course_title"),
            rs.getInt("minutes"),
            rs.getObject("first_day", LocalDate.class),
            rs.getObject("last_day", LocalDate.class),
            rs.getString("content"),
            rs.getInt("attendance_percent"),
            rs.getString("signatory_unit")),
        moment(rs, "issued_at"),
        moment(rs, "revoked_at"));
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Instant moment(ResultSet rs, String column) throws SQLException {
    OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
