package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a person was told, as far as it is still kept. */
@Component
class PersonalNotices implements PersonalData {

  private static final int MOST = 5000;

  private final Outbox outbox;
  private final NoticeTexts texts;
  private final PersonalTables tables;

  PersonalNotices(Outbox outbox, NoticeTexts texts, PersonalTables tables) {
    this.outbox = outbox;
    this.texts = texts;
    this.tables = tables;
  }

  @Override
  public List<Section> of(long personId) {
    Locale locale = LocaleContextHolder.getLocale();
    return List.of(
        new Section(
            "privacy.section.notices",
            List.of("privacy.column.at", "privacy.column.subject", "privacy.column.text"),
            outbox.ofPerson(personId, Position.NEWEST, MOST).stream()
                .map(
                    notice -> {
                      NoticeTexts.Words words = texts.wordsOrApology(notice, locale);
                      return List.of(
                          tables.moment(notice.createdAt()), words.subject(), words.text());
                    })
                .toList()));
  }
}
