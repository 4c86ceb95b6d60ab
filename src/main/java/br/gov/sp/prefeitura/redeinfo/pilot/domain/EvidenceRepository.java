package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence.Purpose;
import br.gov.sp.prefeitura.redeinfo.shared.files.CheckedFile;
import br.gov.sp.prefeitura.redeinfo.shared.files.StoredFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Evidence; all methods join the caller's transaction. */
@Repository
class EvidenceRepository implements EvidenceShelf {

  /**
   * What is not being written any more: evidence of the latest submission and of reports that were
   * sent. Who sees no drafts sees this alone.
   */
  private static final String SENT =
      """
      (e.purpose <> 'REPORT' OR EXISTS (SELECT 1 FROM pilot_report r
                                         WHERE r.id = e.report_id AND r.state <> 'DRAFT'))
      AND (e.purpose <> 'PROPOSAL' OR e.added_at <= (SELECT max(s.submitted_at)
                                                       FROM pilot_submission s
                                                      WHERE s.pilot_id = e.pilot_id))
      """;

  private final JdbcClient jdbc;

  EvidenceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insertFile(
      long pilotId,
      EvidencePlace place,
      String title,
      boolean isPublic,
      CheckedFile file,
      StoredFile stored,
      long by,
      Instant now) {
    return insert(pilotId, place, "FILE", title, isPublic, by, now)
        .param("key", stored.key())
        .param("name", file.name())
        .param("type", file.kind().mediaType())
        .param("size", stored.size())
        .param("sha256", stored.sha256())
        .param("link", null, Types.VARCHAR)
        .query(Long.class)
        .single();
  }

  long insertLink(
      long pilotId,
      EvidencePlace place,
      String title,
      boolean isPublic,
      String link,
      long by,
      Instant now) {
    return insert(pilotId, place, "LINK", title, isPublic, by, now)
        .param("key", null, Types.OTHER)
        .param("name", null, Types.VARCHAR)
        .param("type", null, Types.VARCHAR)
        .param("size", null, Types.BIGINT)
        .param("sha256", null, Types.VARCHAR)
        .param("link", link)
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec insert(
      long pilotId,
      EvidencePlace place,
      String kind,
      String title,
      boolean isPublic,
      long by,
      Instant now) {
    return jdbc.sql(
            """
            INSERT INTO pilot_evidence (pilot_id, report_id, purpose, kind, title, public, file_key,
                file_name, media_type, size, sha256, link, added_by, added_at)
            VALUES (:pilot, :report, :purpose, :kind, :title, :public, :key, :name, :type, :size,
                :sha256, :link, :by, :now)
            RETURNING id
            """)
        .param("pilot", pilotId)
        .param("report", place.reportId(), Types.BIGINT)
        .param("purpose", place.purpose().name())
        .param("kind", kind)
        .param("title", title)
        .param("public", isPublic)
        .param("by", by)
        .param("now", Timestamp.from(now));
  }

  Optional<Evidence> find(long id) {
    return jdbc.sql("SELECT * FROM pilot_evidence WHERE id = :id")
        .param("id", id)
        .query((rs, n) -> evidence(rs))
        .optional();
  }

  /**
   * What is there and what was removed, in the order in which it was added.
   *
   * @param drafts whether with what is still being written
   */
  List<Evidence> of(long pilotId, boolean drafts) {
    return jdbc.sql(
            "SELECT e.* FROM pilot_evidence e WHERE e.pilot_id = :pilot AND (:drafts OR ("
                + SENT
                + ")) ORDER BY e.id")
        .param("pilot", pilotId)
        .param("drafts", drafts)
        .query((rs, n) -> evidence(rs))
        .list();
  }

  /** Whether it is more than a draft's. */
  boolean isSent(long id) {
    return jdbc.sql("SELECT e.id FROM pilot_evidence e WHERE e.id = :id AND " + SENT)
        .param("id", id)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /** What anybody may read of a published pilot. */
  List<Evidence> published(long pilotId) {
    return jdbc.sql(
            """
            SELECT e.* FROM pilot_evidence e JOIN pilot p ON p.id = e.pilot_id
             WHERE e.pilot_id = :pilot AND p.published_at IS NOT NULL AND e.public
               AND e.removed_at IS NULL AND\s"""
                + SENT
                + " ORDER BY e.id")
        .param("pilot", pilotId)
        .query((rs, n) -> evidence(rs))
        .list();
  }

  int count(long pilotId, EvidencePlace place, boolean links) {
    return jdbc.sql(
            """
            SELECT count(*) FROM pilot_evidence
             WHERE pilot_id = :pilot AND purpose = :purpose AND removed_at IS NULL
               AND report_id IS NOT DISTINCT FROM :report AND (kind = 'LINK') = :links
            """)
        .param("pilot", pilotId)
        .param("purpose", place.purpose().name())
        .param("report", place.reportId(), Types.BIGINT)
        .param("links", links)
        .query(Integer.class)
        .single();
  }

  /** Of all files of the pilot, in bytes. */
  long size(long pilotId) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(size), 0) FROM pilot_evidence
             WHERE pilot_id = :pilot AND removed_at IS NULL
            """)
        .param("pilot", pilotId)
        .query(Long.class)
        .single();
  }

  void setPublic(long id, boolean isPublic) {
    jdbc.sql("UPDATE pilot_evidence SET public = :public WHERE id = :id")
        .param("public", isPublic)
        .param("id", id)
        .update();
  }

  void remove(long id, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE pilot_evidence SET removed_by = :by, removed_at = :now, file_key = NULL
             WHERE id = :id
            """)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  /** The progress report of the pilot that the body is writing now. */
  Optional<Long> findReportBeingWritten(long pilotId) {
    return jdbc.sql(
            """
            SELECT id FROM pilot_report WHERE pilot_id = :pilot AND state IN ('DRAFT', 'RETURNED')
             ORDER BY number DESC LIMIT 1
            """)
        .param("pilot", pilotId)
        .query(Long.class)
        .optional();
  }

  @Override
  public int countOf(long pilotId) {
    return count("pilot_id", pilotId);
  }

  @Override
  public int countOfReport(long reportId) {
    return count("report_id", reportId);
  }

  private int count(String column, long id) {
    return jdbc.sql(
            "SELECT count(*) FROM pilot_evidence WHERE removed_at IS NULL AND " + column + " = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  static Evidence evidence(ResultSet rs) throws SQLException {
    return new Evidence(
        rs.getLong("id"),
        rs.getLong("pilot_id"),
        rs.getObject("report_id", Long.class),
        Purpose.valueOf(rs.getString("purpose")),
        rs.getString("title"),
        rs.getBoolean("public"),
        rs.getObject("file_key", UUID.class),
        rs.getString("file_name"),
        rs.getString("media_type"),
        rs.getObject("size", Long.class),
        rs.getString("sha256"),
        rs.getString("link"),
        PilotRepository.moment(rs, "link_checked_at"),
        rs.getInt("link_failures"),
        rs.getLong("added_by"),
        PilotRepository.moment(rs, "added_at"),
        rs.getObject("removed_by", Long.class),
        PilotRepository.moment(rs, "removed_at"));
  }
}
