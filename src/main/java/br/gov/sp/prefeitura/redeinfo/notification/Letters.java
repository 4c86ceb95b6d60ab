package br.gov.sp.prefeitura.redeinfo.notification;

import java.util.Collection;
import java.util.Map;

/**
 * Mails to addresses of people who have no account (contacts of a campaign, who asks to join). Rows
 * of an outbox of their own, written in the caller's transaction; the dispatcher that mails notices
 * mails them too. Texts of a template as in {@link Notices} ({@code letter.<template>.subject},
 * {@code .text}, {@code .action}, {@code .reason}).
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
   * @param eventKey identifies the event; with the address it is unique
   * @param parameters values for the template, plain text, escaped where shown
   * @param path page to open, or {@code null}
   * @param secret whether the path gives access: it is removed when the letter is sent
   * @param optOutPath page that takes the address off the list with one click, or {@code null};
   *     also named in the mail's {@code List-Unsubscribe} headers (RFC 8058)
   */
  record Letter(
      String eventKey,
      String template,
      Map<String, String> parameters,
      String path,
      boolean secret,
      String optOutPath,
      String address) {

    public Letter {
      parameters = Map.copyOf(parameters);
    }
  }
}
