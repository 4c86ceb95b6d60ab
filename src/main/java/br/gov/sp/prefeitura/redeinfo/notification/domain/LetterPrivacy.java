package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Letters keep addresses of people who may have nothing to do with the network any more. */
@Component
class LetterPrivacy implements PersonalData, Retention {

  private static final int MOST_SHOWN = 1000;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(SaoPaulo.ZONE);

  private final LetterRepository letters;
  private final NoticeTexts texts;
  private final Persons persons;

  LetterPrivacy(LetterRepository letters, NoticeTexts texts, Persons persons) {
    this.letters = letters;
    this.texts = texts;
    this.persons = persons;
  }

  @Override
  public List<Section> of(long personId) {
    return persons.byId(Set.of(personId)).values().stream()
        .map(person -> person.email().toLowerCase(Locale.ROOT))
        .map(
            address ->
                new Section(
                    "notification.letters.title",
                    List.of("notification.letters.written", "notification.letters.subject"),
                    letters.of(address, MOST_SHOWN).stream().map(this::row).toList()))
        .toList();
  }

  private List<String> row(StoredLetter letter) {
    return Arrays.asList(MOMENT.format(letter.createdAt()), subject(letter));
  }

  /** A letter whose template has lost its texts was written all the same. */
  private String subject(StoredLetter letter) {
    try {
      return texts.letter(letter.template(), letter.parameters(), letter.locale()).subject();
    } catch (IllegalArgumentException e) {
      return letter.template();
    }
  }

  @Override
  public String kind() {
    return "notification-letters";
  }

  @Override
  public long lapsed(Instant before) {
    return letters.lapsed(before);
  }

  @Override
  public int anonymise(Instant before, int limit) {
    return letters.anonymise(before, limit);
  }
}
