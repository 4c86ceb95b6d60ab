package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Decision;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Draft;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Remark;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Version;
import br.gov.sp.prefeitura.redeinfo.shared.text.KeptJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Minutes, their versions and remarks; all methods join the caller's transaction. */
@Repository
class MinutesRepository {

  private final JdbcClient jdbc;

  MinutesRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Draft> findDraft(long meetingId) {
    return jdbc.sql("SELECT * FROM minutes WHERE meeting_id = ?")
        .param(meetingId)
        .query(
            (rs, n) ->
                new Draft(
                    meetingId,
                    rs.getInt("revision"),
                    KeptJson.read(rs.getString("draft"), MinutesDraft.class),
                    rs.getLong("saved_by"),
                    MeetingRepository.instant(rs, "saved_at")))
        .optional();
  }

  /**
   * Saves what was typed over the given revision.
   *
   * @param revision 0 for the first saving
   * @return whether nobody else has saved since
   */
  boolean save(long meetingId, int revision, MinutesDraft typed, long by, Instant now) {
    int saved =
        jdbc.sql(
                revision == 0
                    ? """
                      INSERT INTO minutes (meeting_id, revision, draft, saved_by, saved_at)
                      VALUES (:meeting, 1, CAST(:draft AS jsonb), :by, :now)
                      ON CONFLICT DO NOTHING
                      """
                    : """
                      UPDATE minutes
                         SET revision = revision + 1, draft = CAST(:draft AS jsonb),
                             saved_by = :by, saved_at = :now
                       WHERE meeting_id = :meeting AND revision = :revision
                      """)
            .param("meeting", meetingId)
            .param("revision", revision)
            .param("draft", KeptJson.write(typed))
            .param("by", by)
            .param("now", MeetingRepository.utc(now))
            .update();
    if (saved == 1) {
      jdbc.sql("INSERT INTO minutes_writer VALUES (:meeting, :by) ON CONFLICT DO NOTHING")
          .param("meeting", meetingId)
          .param("by", by)
          .update();
    }
    return saved == 1;
  }

  Set<Long> findWriters(long meetingId) {
    return jdbc.sql("SELECT person_id FROM minutes_writer WHERE meeting_id = ?")
        .param(meetingId)
        .query(Long.class)
        .set();
  }

  /** Keeps what is to be circulated as the next version. */
  void insertVersion(long meetingId, MinutesContent content, long by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO minutes_version (meeting_id, number, content, written_by, written_at)
            SELECT :meeting, coalesce(max(number), 0) + 1, CAST(:content AS jsonb), :by, :now
              FROM minutes_version WHERE meeting_id = :meeting
            """)
        .param("meeting", meetingId)
        .param("content", KeptJson.write(content))
        .param("by", by)
        .param("now", MeetingRepository.utc(now))
        .update();
  }

  /** Until when remarks on it are taken. */
  void setRemarksUntil(long meetingId, int number, Instant until) {
    jdbc.sql(
            """
            UPDATE minutes_version SET remarks_until = :until
             WHERE meeting_id = :meeting AND number = :number
            """)
        .param("meeting", meetingId)
        .param("number", number)
        .param("until", MeetingRepository.utc(until))
        .update();
  }

  void decide(long meetingId, int number, Decision decision, String reason, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE minutes_version
               SET decision = :decision, reason = :reason, decided_by = :by, decided_at = :now
             WHERE meeting_id = :meeting AND number = :number
            """)
        .param("meeting", meetingId)
        .param("number", number)
        .param("decision", decision.name())
        .param("reason", reason)
        .param("by", by)
        .param("now", MeetingRepository.utc(now))
        .update();
  }

  /** All versions, the latest last. */
  List<Version> findVersions(long meetingId) {
    return jdbc.sql("SELECT * FROM minutes_version WHERE meeting_id = ? ORDER BY number")
        .param(meetingId)
        .query(MinutesRepository::version)
        .list();
  }

  Optional<Version> findLatest(long meetingId) {
    return jdbc.sql(
            "SELECT * FROM minutes_version WHERE meeting_id = ? ORDER BY number DESC LIMIT 1")
        .param(meetingId)
        .query(MinutesRepository::version)
        .optional();
  }

  long insertRemark(long meetingId, int number, Integer item, String text, long by, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO minutes_remark (meeting_id, number, item, text, made_by, made_at)
            VALUES (:meeting, :number, :item, :text, :by, :now) RETURNING id
            """)
        .param("meeting", meetingId)
        .param("number", number)
        .param("item", item)
        .param("text", text)
        .param("by", by)
        .param("now", MeetingRepository.utc(now))
        .query(Long.class)
        .single();
  }

  /**
   * @return whether there is such a remark
   */
  boolean answer(long meetingId, long remarkId, String answer, long by, Instant now) {
    return jdbc.sql(
                """
                UPDATE minutes_remark
                   SET answer = :answer, answered_by = :by, answered_at = :now
                 WHERE id = :id AND meeting_id = :meeting
                """)
            .param("id", remarkId)
            .param("meeting", meetingId)
            .param("answer", answer)
            .param("by", by)
            .param("now", MeetingRepository.utc(now))
            .update()
        == 1;
  }

  /** Of all versions, in the order in which they were made. */
  List<Remark> findRemarks(long meetingId) {
    return jdbc.sql("SELECT * FROM minutes_remark WHERE meeting_id = ? ORDER BY number, id")
        .param(meetingId)
        .query(
            (rs, n) ->
                new Remark(
                    rs.getLong("id"),
                    meetingId,
                    rs.getInt("number"),
                    rs.getObject("item", Integer.class),
                    rs.getString("text"),
                    rs.getObject("made_by", Long.class),
                    MeetingRepository.instant(rs, "made_at"),
                    rs.getString("answer"),
                    rs.getObject("answered_by", Long.class),
                    MeetingRepository.instant(rs, "answered_at")))
        .list();
  }

  void keepDocument(long meetingId, byte[] pdf, Instant now) {
    jdbc.sql("INSERT INTO minutes_document VALUES (:meeting, :pdf, :now) ON CONFLICT DO NOTHING")
        .param("meeting", meetingId)
        .param("pdf", pdf)
        .param("now", MeetingRepository.utc(now))
        .update();
  }

  Optional<byte[]> findDocument(long meetingId) {
    return jdbc.sql("SELECT content FROM minutes_document WHERE meeting_id = ?")
        .param(meetingId)
        .query((rs, n) -> rs.getBytes("content"))
        .optional();
  }

  static Version version(ResultSet rs, int row) throws SQLException {
    String decision = rs.getString("decision");
    return new Version(
        rs.getLong("meeting_id"),
        rs.getInt("number"),
        KeptJson.read(rs.getString("content"), MinutesContent.class),
        rs.getLong("written_by"),
        MeetingRepository.instant(rs, "written_at"),
        MeetingRepository.instant(rs, "remarks_until"),
        decision == null ? null : Decision.valueOf(decision),
        rs.getString("reason"),
        rs.getObject("decided_by", Long.class),
        MeetingRepository.instant(rs, "decided_at"));
  }
}
