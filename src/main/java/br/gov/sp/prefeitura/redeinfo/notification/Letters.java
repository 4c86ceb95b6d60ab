package br.gov.sp.prefeitura.redeinfo.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Mails to addresses of people who have no account (contacts of a campaign, who asks to join). Rows
 * of an outbox of their own, written in the caller's transaction; the dispatcher that mails notices
 * mails them too. Texts of a template as in {@link Notices} ({@code letter.<template>.subject},
 * {@code .text}, {@code .action}, {@code .reason}); a parameter {@code name} is also who is
 * greeted. What somebody typed whom nobody knows belongs into no letter: it would be a way to mail
 * strangers.
 */
public interface Letters {

  /**
   * Writes the letters in a bounded number of statements. Safe to repeat: the same event key and
   * address give one row.
   *
   * @return how many rows are new
   * @throws IllegalArgumentException if the template has no texts or a parameter is missing
   */
  int send(Collection<Letter> letters);

  /**
   * The letter as its reader will see it; nothing is written.
   *
   * @throws IllegalArgumentException as {@link #send}
   */
  Preview preview(Letter letter);

  /** The subject and both forms of a mail. */
  record Preview(String subject, String text, String html) {}

  /**
   * @param eventKey identifies the event; with the address it is unique
   * @param parameters values for the template, plain text, escaped where shown
   * @param path page to open, or {@code null}
   * @param secret whether the path gives access: it is removed when the letter is sent or has
   *     expired, and such letters go out first
   * @param optOutPath page that takes the address off the list with one click, or {@code null};
   *     also named in the mail's {@code List-Unsubscribe} headers (RFC 8058)
   * @param address where it goes; upper case does not count
   * @param expiresAt when the secret path stops working: needed with {@code secret}, {@code null}
   *     without
   */
  record Letter(
      String eventKey,
      String template,
      Map<String, String> parameters,
      String path,
      boolean secret,
      String optOutPath,
      String address,
      Instant expiresAt) {

    public Letter {
      parameters = Map.copyOf(parameters);
      if (isUnfit(path) || isUnfit(optOutPath)) {
        throw new IllegalArgumentException("a letter links to a page of the application only");
      }
      if (secret != (expiresAt != null)) {
        throw new IllegalArgumentException("a secret path expires, and no other does");
      }
    }

    /** A letter without a secret. */
    public Letter(
        String eventKey,
        String template,
        Map<String, String> parameters,
        String path,
        boolean secret,
        String optOutPath,
        String address) {
      this(eventKey, template, parameters, path, secret, optOutPath, address, null);
    }

    private static boolean isUnfit(String path) {
      return path != null && (!path.startsWith("/") || path.startsWith("//"));
    }
  }
}
