package br.gov.sp.prefeitura.redeinfo.training.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What people answer in the tasks of an enrolment; all methods join the caller's transaction. None
 * changes the enrolment itself (see the tables' change set for why).
 */
@Repository
class AnswerRepository {

  private final JdbcClient jdbc;

  AnswerRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The first answer counts.
   *
   * @param by {@code null} if nobody answered in time
   */
  void saveRelease(long enrollmentId, boolean released, String reason, Long by, Instant at) {
    jdbc.sql(
            """
            INSERT INTO training_release (enrollment_id, released, reason, decided_by, decided_at)
            VALUES (:id, :released, :reason, :by, :at)
            ON CONFLICT (enrollment_id) DO NOTHING
            """)
        .param("id", enrollmentId)
        .param("released", released)
        .param("reason", reason)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Why the person is not released, if somebody said. */
  Optional<String> findRefusal(long enrollmentId) {
    return jdbc.sql(
            """
            SELECT reason FROM training_release
             WHERE enrollment_id = :id AND NOT released AND reason IS NOT NULL
            """)
        .param("id", enrollmentId)
        .query(String.class)
        .optional();
  }

  /** The first one that is handed in counts. */
  void saveActivity(long enrollmentId, String answer, Instant at) {
    jdbc.sql(
            """
            INSERT INTO training_activity (enrollment_id, answer, handed_in_at)
            VALUES (:id, :answer, :at) ON CONFLICT (enrollment_id) DO NOTHING
            """)
        .param("id", enrollmentId)
        .param("answer", answer)
        .param("at", Timestamp.from(at))
        .update();
  }

  /**
   * Keeps that the absence is followed up.
   *
   * @return false if it was already
   */
  boolean insertAbsence(long enrollmentId, long sessionId, int inARow, Instant at) {
    return jdbc.sql(
                """
                INSERT INTO training_absence (enrollment_id, session_id, in_a_row, noticed_at)
                VALUES (:id, :session, :inARow, :at) ON CONFLICT DO NOTHING
                """)
            .param("id", enrollmentId)
            .param("session", sessionId)
            .param("inARow", inARow)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /** The reason is kept with every absence about which the person had not said anything. */
  int explainAbsences(long enrollmentId, String reasonCode, String reason, Instant at) {
    return jdbc.sql(
            """
            UPDATE training_absence SET reason_code = :code, reason = :reason, answered_at = :at
             WHERE enrollment_id = :id AND answered_at IS NULL
            """)
        .param("id", enrollmentId)
        .param("code", reasonCode)
        .param("reason", reason)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Ids of the sessions whose absence was followed up and not yet explained. */
  List<Long> unexplained(long enrollmentId) {
    return jdbc.sql(
            """
            SELECT session_id FROM training_absence
             WHERE enrollment_id = :id AND answered_at IS NULL
            """)
        .param("id", enrollmentId)
        .query(Long.class)
        .list();
  }
}
