package br.gov.sp.prefeitura.redeinfo.training.domain;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions about results; all methods join the caller's transaction. */
@Repository
class CertificationRepository {

  private final JdbcClient jdbc;

  CertificationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(
      long editionId, EditionCertification.Outcome outcome, long by, Instant now, String reason) {
    jdbc.sql(
            """
            INSERT INTO training_certification (edition_id, outcome, decided_by, decided_at, reason)
            VALUES (:edition, :outcome, :by, :now, :reason)
            """)
        .param("edition", editionId)
        .param("outcome", outcome.name())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("reason", reason, Types.VARCHAR)
        .update();
  }

  List<EditionCertification> of(long editionId) {
    return jdbc.sql("SELECT * FROM training_certification WHERE edition_id = :id ORDER BY id")
        .param("id", editionId)
        .query(
            (rs, n) ->
                new EditionCertification(
                    rs.getLong("edition_id"),
                    EditionCertification.Outcome.valueOf(rs.getString("outcome")),
                    rs.getLong("decided_by"),
                    rs.getTimestamp("decided_at").toInstant(),
                    rs.getString("reason")))
        .list();
  }
}
