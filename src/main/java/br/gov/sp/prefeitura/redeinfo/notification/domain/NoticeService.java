package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.domain.Outbox.NewNotice;
import br.gov.sp.prefeitura.redeinfo.notification.domain.StoredNotice.State;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes notices in the step's own transaction and tells the dispatcher when it has committed. */
@Service
class NoticeService implements Notices {

  /** The language of mails; the application follows the browser. */
  static final Locale MAIL_LOCALE = Locale.forLanguageTag("pt-BR");

  private final Outbox outbox;
  private final NoticeTexts texts;
  private final Recipients recipients;
  private final Attachments attachments;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  NoticeService(
      Outbox outbox,
      NoticeTexts texts,
      Recipients recipients,
      Attachments attachments,
      Clock clock,
      ApplicationEventPublisher events) {
    this.outbox = outbox;
    this.texts = texts;
    this.recipients = recipients;
    this.attachments = attachments;
    this.clock = clock;
    this.events = events;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public int send(Notice notice) {
    return write(
        notice.eventKey(),
        notice.template(),
        notice.parameters(),
        notice.path(),
        recipients.of(notice.personIds(), notice.groupIds()),
        null,
        attachments.known(notice.attachments()));
  }

  /**
   * A notice whose path gives access to the recipient's account: shown to nobody in the
   * application, removed when it is sent or has expired.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sendSecret(
      String eventKey,
      String template,
      Map<String, String> parameters,
      String path,
      long personId,
      Instant expiresAt) {
    write(eventKey, template, parameters, path, List.of(personId), expiresAt, List.of());
  }

  private int write(
      String eventKey,
      String template,
      Map<String, String> parameters,
      String path,
      Collection<Long> personIds,
      Instant expiresAt,
      List<String> attachments) {
    Map<String, String> storable = MailParameters.storable(parameters);
    texts.words(template, storable, "", MAIL_LOCALE);
    boolean mailed = !MovableClock.isReplaying();
    int added =
        outbox.add(
            new NewNotice(
                eventKey,
                template,
                storable,
                path,
                MAIL_LOCALE,
                clock.instant(),
                expiresAt != null,
                expiresAt,
                mailed ? State.WAITING : State.UNMAILED,
                attachments),
            personIds);
    if (added > 0 && mailed) {
      events.publishEvent(new MailWaiting());
    }
    return added;
  }

  @Override
  @Transactional(readOnly = true)
  public List<RecentNotice> recent(long personId, int limit) {
    return outbox.ofPerson(personId, Position.NEWEST, limit).stream().map(this::shown).toList();
  }

  private RecentNotice shown(StoredNotice notice) {
    NoticeTexts.Words words = texts.wordsOrApology(notice, LocaleContextHolder.getLocale());
    return new RecentNotice(words.subject(), words.text(), notice.path(), notice.createdAt());
  }

  /** Published inside the transaction; whoever sends listens to its commit. */
  record MailWaiting() {}
}
