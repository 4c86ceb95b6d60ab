package br.gov.sp.prefeitura.redeinfo.notification.domain;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the tables of mails have in common: leases, attempts, states. When an attempt is due is a
 * matter of the database's clock alone: nodes' clocks differ, and the application's clock is moved
 * by the demonstration replay.
 */
final class MailQueue {

  private final JdbcClient jdbc;
  private final String table;
  private final String order;
  private final String whenSent;

  /**
   * @param table with the columns of the queue, as {@code notice} has them
   * @param order in which what is due goes out, as SQL; an index has it
   */
  MailQueue(JdbcClient jdbc, String table, String order) {
    this(jdbc, table, order, "");
  }

  /**
   * @param whenSent columns that a mail needs no more once it is out, e.g. {@code , x = NULL}
   */
  MailQueue(JdbcClient jdbc, String table, String order, String whenSent) {
    this.jdbc = jdbc;
    this.table = table;
    this.order = order;
    this.whenSent = whenSent;
  }

  /**
   * Takes mails that are due, in their order, for one dispatcher alone until the lease ends:
   * whoever asks at the same time gets others. Commits at once, so that no transaction is open
   * while mails go out.
   */
  <M> List<M> take(int limit, Duration lease, String columns, RowMapper<M> mapper) {
    return jdbc.sql(
            """
            WITH taken AS (
              UPDATE %1$s
                 SET attempts = attempts + 1,
                     next_attempt_at = now() + make_interval(secs => :lease),
                     last_error = NULL
               WHERE id IN (SELECT id FROM %1$s
                             WHERE state = 'waiting' AND next_attempt_at <= now()
                             ORDER BY %2$s
                             LIMIT :limit
                               FOR UPDATE SKIP LOCKED)
              RETURNING *)
            SELECT %3$s FROM taken ORDER BY %2$s
            """
                .formatted(table, order, columns))
        .param("lease", seconds(lease))
        .param("limit", limit)
        .query(mapper)
        .list();
  }

  /** Also right when the lease has ended meanwhile: the mail is out, nobody needs to send it. */
  void markSent(long id) {
    update(
            """
            UPDATE %s
               SET state = 'sent', sent_at = now(), last_error = NULL,
                   path = CASE WHEN secret THEN NULL ELSE path END
                   {also}
             WHERE id = :id AND state = 'waiting'
            """
                .replace("{also}", whenSent))
        .param("id", id)
        .update();
  }

  /** Only while the row is still ours: {@code attempts} says which attempt speaks. */
  void postpone(OutgoingMail mail, DeliveryError error, Duration pause) {
    update(
            """
            UPDATE %s
               SET last_error = :error, next_attempt_at = now() + make_interval(secs => :pause)
             WHERE id = :id AND state = 'waiting' AND attempts = :attempts
            """)
        .param("error", error.name())
        .param("pause", seconds(pause))
        .param("id", mail.id())
        .param("attempts", mail.attempts())
        .update();
  }

  void markFailed(OutgoingMail mail, DeliveryError error) {
    update(
            """
            UPDATE %s
               SET state = 'failed', last_error = :error,
                   path = CASE WHEN secret AND expires_at <= now() THEN NULL ELSE path END
             WHERE id = :id AND state = 'waiting' AND attempts = :attempts
            """)
        .param("error", error.name())
        .param("id", mail.id())
        .param("attempts", mail.attempts())
        .update();
  }

  /** Gives rows back that were taken but not tried. */
  void release(OutgoingMail mail) {
    update(
            """
            UPDATE %s SET attempts = attempts - 1, next_attempt_at = now()
             WHERE id = :id AND state = 'waiting' AND attempts = :attempts
            """)
        .param("id", mail.id())
        .param("attempts", mail.attempts())
        .update();
  }

  /** Those that wait for the mail server need not wait any longer: it answers. */
  void hurryUnreachable() {
    update(
            """
            UPDATE %s SET next_attempt_at = now()
             WHERE state = 'waiting' AND next_attempt_at > now() AND last_error = 'UNREACHABLE'
            """)
        .update();
  }

  /** Failed mails wait again, if their link still works. Returns whether it was so. */
  boolean retry(long id) {
    return update(
                """
                UPDATE %s SET state = 'waiting', attempts = 0, next_attempt_at = now()
                 WHERE id = :id AND state = 'failed' AND (NOT secret OR path IS NOT NULL)
                """)
            .param("id", id)
            .update()
        == 1;
  }

  /** Secrets that open nothing any more have no reason to stay. */
  int removeExpiredSecrets() {
    return update(
            "UPDATE %s SET path = NULL WHERE secret AND path IS NOT NULL AND expires_at <= now()")
        .update();
  }

  private JdbcClient.StatementSpec update(String sql) {
    return jdbc.sql(sql.formatted(table));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
