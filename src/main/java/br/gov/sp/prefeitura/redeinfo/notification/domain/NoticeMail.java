package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.domain.MailComposer.Envelope;
import br.gov.sp.prefeitura.redeinfo.notification.domain.MailComposer.UnusableAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Notices to people with an account; the address is looked up when the mail goes out. */
@Component
@Order(1)
class NoticeMail implements MailBox<StoredNotice> {

  private final Outbox outbox;
  private final Recipients recipients;
  private final MailRenderer renderer;
  private final Attachments attachments;
  private final MailComposer composer;

  NoticeMail(
      Outbox outbox,
      Recipients recipients,
      MailRenderer renderer,
      Attachments attachments,
      MailComposer composer) {
    this.outbox = outbox;
    this.recipients = recipients;
    this.renderer = renderer;
    this.attachments = attachments;
    this.composer = composer;
  }

  @Override
  public MailQueue queue() {
    return outbox.queue();
  }

  @Override
  public List<StoredNotice> take(int limit, Duration lease) {
    return outbox.take(limit, lease);
  }

  @Override
  public MimeMessage compose(StoredNotice notice, Session session)
      throws MessagingException, UnusableAddress {
    Person recipient = recipients.find(notice.recipientId()).orElseThrow(UnusableAddress::new);
    Envelope envelope =
        new Envelope(
            "notice",
            notice.id(),
            notice.createdAt(),
            notice.locale(),
            recipient.name(),
            recipient.email(),
            null);
    return composer.compose(
        envelope, renderer.render(notice, recipient), attachments.make(notice), session);
  }
}
