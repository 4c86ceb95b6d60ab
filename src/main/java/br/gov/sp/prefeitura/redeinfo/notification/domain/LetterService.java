package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.notification.Letters;
import br.gov.sp.prefeitura.redeinfo.notification.domain.MailRenderer.RenderedMail;
import br.gov.sp.prefeitura.redeinfo.notification.domain.StoredNotice.State;
import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes letters in the step's own transaction and tells the dispatcher when it has committed. */
@Service
class LetterService implements Letters {

  private final LetterRepository letters;
  private final NoticeTexts texts;
  private final MailRenderer renderer;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  LetterService(
      LetterRepository letters,
      NoticeTexts texts,
      MailRenderer renderer,
      Clock clock,
      ApplicationEventPublisher events) {
    this.letters = letters;
    this.texts = texts;
    this.renderer = renderer;
    this.clock = clock;
    this.events = events;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public int send(Collection<Letter> toSend) {
    if (toSend.isEmpty()) {
      return 0;
    }
    List<Letter> storable = toSend.stream().map(this::storable).toList();
    boolean mailed = !MovableClock.isReplaying();
    int added =
        letters.add(
            storable,
            NoticeService.MAIL_LOCALE,
            clock.instant(),
            mailed ? State.WAITING : State.UNMAILED);
    if (added > 0 && mailed) {
      events.publishEvent(new NoticeService.MailWaiting());
    }
    return added;
  }

  @Override
  public Preview preview(Letter letter) {
    Letter written = storable(letter);
    RenderedMail mail =
        renderer.render(
            new StoredLetter(
                0,
                written.address(),
                written.template(),
                written.parameters(),
                written.path(),
                written.optOutPath(),
                NoticeService.MAIL_LOCALE,
                clock.instant(),
                written.expiresAt(),
                0));
    return new Preview(mail.subject(), mail.text(), mail.html());
  }

  private Letter storable(Letter letter) {
    Letter storable =
        new Letter(
            letter.eventKey(),
            letter.template(),
            MailParameters.storable(letter.parameters()),
            letter.path(),
            letter.secret(),
            letter.optOutPath(),
            letter.address().strip().toLowerCase(Locale.ROOT),
            letter.expiresAt());
    texts.letter(storable.template(), storable.parameters(), NoticeService.MAIL_LOCALE);
    return storable;
  }
}
