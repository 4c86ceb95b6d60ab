package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.notification.domain.MailComposer.UnusableAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;

/**
 * One table of mails that the dispatcher empties. Boxes are emptied in their order: the next one's
 * turn comes when nothing is due in those before it.
 */
interface MailBox<M extends OutgoingMail> {

  MailQueue queue();

  /** Takes mails that are due, as {@link MailQueue#take}. */
  List<M> take(int limit, Duration lease);

  /**
   * @throws UnusableAddress if there is nobody to write to
   * @throws IllegalArgumentException if a text is missing
   */
  MimeMessage compose(M mail, Session session) throws MessagingException, UnusableAddress;
}
