package br.gov.sp.prefeitura.redeinfo.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A row of the outbox.
 *
 * @param path page to open, {@code null} if there is none or it was secret and is gone
 * @param secret whether the path gives access to an account
 * @param expiresAt when the path stops working, or {@code null}
 * @param attempts how often a dispatcher has taken the row
 * @param nextAttemptAt when a dispatcher may take it (again)
 * @param lastError why the last attempt did not succeed, or {@code null}
 * @param attachments keys of what the mail brings along
 */
public record StoredNotice(
    long id,
    String eventKey,
    long recipientId,
    String template,
    Map<String, String> parameters,
    String path,
    Locale locale,
    Instant createdAt,
    boolean secret,
    Instant expiresAt,
    State state,
    int attempts,
    Instant nextAttemptAt,
    DeliveryError lastError,
    Instant sentAt,
    List<String> attachments)
    implements OutgoingMail {

  /** The same without its link. */
  public StoredNotice withoutPath() {
    return new StoredNotice(
        id,
        eventKey,
        recipientId,
        template,
        parameters,
        null,
        locale,
        createdAt,
        secret,
        expiresAt,
        state,
        attempts,
        nextAttemptAt,
        lastError,
        sentAt,
        attachments);
  }

  /** What became of the mail. */
  public enum State {
    WAITING,
    SENT,
    FAILED,
    /** Tells the past again: for the application only. */
    UNMAILED
  }
}
