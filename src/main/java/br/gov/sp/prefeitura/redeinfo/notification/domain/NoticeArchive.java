package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.domain.MailRenderer.RenderedMail;
import br.gov.sp.prefeitura.redeinfo.notification.domain.NoticeTexts.Words;
import br.gov.sp.prefeitura.redeinfo.notification.domain.StoredNotice.State;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was written, for the pages: a person's own notices, and the outbox for administrators. */
@Service
public class NoticeArchive {

  private static final int PAGE = 25;

  private final Outbox outbox;
  private final NoticeTexts texts;
  private final MailRenderer renderer;
  private final Recipients recipients;
  private final MailServer server;
  private final NotificationProperties properties;
  private final AuditLog audit;
  private final LetterRepository letters;

  NoticeArchive(
      Outbox outbox,
      NoticeTexts texts,
      MailRenderer renderer,
      Recipients recipients,
      MailServer server,
      NotificationProperties properties,
      AuditLog audit,
      LetterRepository letters) {
    this.outbox = outbox;
    this.texts = texts;
    this.renderer = renderer;
    this.recipients = recipients;
    this.server = server;
    this.properties = properties;
    this.audit = audit;
    this.letters = letters;
  }

  /** The person's notices, in the language of the request. */
  @Transactional(readOnly = true)
  public Page<OwnNotice> own(long personId, Position before) {
    Locale locale = LocaleContextHolder.getLocale();
    return page(outbox.ofPerson(personId, before, PAGE + 1))
        .map(notice -> new OwnNotice(notice, texts.wordsOrApology(notice, locale)));
  }

  /** The outbox, as the mails were or will be written. */
  @Transactional(readOnly = true)
  public Page<Mail> mails(Optional<State> state, Position before) {
    Page<StoredNotice> page = page(outbox.all(state, before, PAGE + 1));
    Map<Long, Person> people =
        recipients.byId(
            page.entries().stream().map(StoredNotice::recipientId).collect(Collectors.toSet()));
    return page.map(
        notice ->
            new Mail(
                notice.withoutPath(),
                people.get(notice.recipientId()),
                texts.wordsOrApology(notice, notice.locale()).subject()));
  }

  /**
   * One mail in full. A link to choose a password is somebody's key: it is shown only in
   * demonstrations that have no mail server, where nobody could get in otherwise.
   *
   * @throws Refusal if there is no such mail (any more)
   */
  @Transactional(readOnly = true)
  public Preview preview(long id) {
    StoredNotice notice = outbox.find(id).orElseThrow(NoticeArchive::unknown);
    Person recipient = recipients.find(notice.recipientId()).orElseThrow(NoticeArchive::unknown);
    boolean hidden = notice.secret() && !secretsAreShown();
    StoredNotice shown = hidden ? notice.withoutPath() : notice;
    String subject = texts.wordsOrApology(notice, notice.locale()).subject();
    return new Preview(
        new Mail(shown.withoutPath(), recipient, subject), render(shown, recipient), hidden);
  }

  private Optional<RenderedMail> render(StoredNotice notice, Person recipient) {
    try {
      return Optional.of(renderer.render(notice, recipient));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Lets a failed mail wait again.
   *
   * @throws Refusal if it has not failed, or its link works no more
   */
  @Transactional
  public void retry(long id) {
    StoredNotice notice = outbox.find(id).orElseThrow(NoticeArchive::unknown);
    if (!outbox.queue().retry(id)) {
      throw Refusal.conflict("notification.not-failed");
    }
    audit.record(AuditEntry.of(NotificationAction.RETRIED, id).about(notice.recipientId()));
  }

  /** How many letters to addresses without an account are not delivered. */
  @Transactional(readOnly = true)
  public LetterRepository.Undelivered undeliveredLetters() {
    return letters.undelivered();
  }

  /** Whether mails leave at all. */
  public boolean mailsLeave() {
    return server.isConfigured();
  }

  private boolean secretsAreShown() {
    return properties.showSecrets() && !server.isConfigured();
  }

  private static Page<StoredNotice> page(List<StoredNotice> oneMore) {
    boolean last = oneMore.size() <= PAGE;
    List<StoredNotice> entries = last ? oneMore : oneMore.subList(0, PAGE);
    return new Page<>(entries, last ? null : positionOf(entries.get(PAGE - 1)));
  }

  private static Position positionOf(StoredNotice notice) {
    return new Position(notice.createdAt(), notice.id());
  }

  private static Refusal unknown() {
    return Refusal.notFound("notification.unknown");
  }

  /**
   * @param next where the following page starts, or {@code null}
   */
  public record Page<T>(List<T> entries, Position next) {

    <R> Page<R> map(java.util.function.Function<T, R> mapping) {
      return new Page<>(entries.stream().map(mapping).toList(), next);
    }
  }

  public record OwnNotice(StoredNotice notice, Words words) {}

  /**
   * @param recipient {@code null} if nobody knows them any more
   */
  public record Mail(StoredNotice notice, Person recipient, String subject) {}

  /**
   * @param content empty if a text is missing
   * @param hidden whether the mail has a link that is not shown
   */
  public record Preview(Mail mail, Optional<RenderedMail> content, boolean hidden) {}
}
