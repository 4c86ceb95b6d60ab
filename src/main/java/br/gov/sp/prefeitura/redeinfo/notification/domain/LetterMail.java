package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.notification.domain.MailComposer.Envelope;
import br.gov.sp.prefeitura.redeinfo.notification.domain.MailComposer.UnusableAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Letters to addresses without an account; a campaign's thousands wait behind people's notices. */
@Component
@Order(2)
class LetterMail implements MailBox<StoredLetter> {

  private final LetterRepository letters;
  private final MailRenderer renderer;
  private final MailComposer composer;

  LetterMail(LetterRepository letters, MailRenderer renderer, MailComposer composer) {
    this.letters = letters;
    this.renderer = renderer;
    this.composer = composer;
  }

  @Override
  public MailQueue queue() {
    return letters.queue();
  }

  @Override
  public List<StoredLetter> take(int limit, Duration lease) {
    return letters.take(limit, lease);
  }

  @Override
  public MimeMessage compose(StoredLetter letter, Session session)
      throws MessagingException, UnusableAddress {
    Envelope envelope =
        new Envelope(
            "letter",
            letter.id(),
            letter.createdAt(),
            letter.locale(),
            null,
            letter.address(),
            renderer.absolute(letter.optOutPath()));
    return composer.compose(envelope, renderer.render(letter), List.of(), session);
  }
}
