package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.shared.documents.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words of lists: headers and the values of columns that hold few, in our languages, without
 * regard to case, accents and punctuation.
 */
@Component
class Vocabulary {

  private static final List<Locale> LANGUAGES =
      List.of(Locale.forLanguageTag("pt-BR"), Locale.ENGLISH);

  private final MessageSource messages;

  Vocabulary(MessageSource messages) {
    this.messages = messages;
  }

  /** The column of this kind of list that the header names. */
  Optional<Column> column(ListKind kind, String header) {
    String plain = PlainText.of(header);
    // The proper names first: "sigla" is one column's own and another one's nickname.
    return kind.columns().stream()
        .filter(column -> texts(column.messageKey()).contains(plain))
        .findFirst()
        .or(
            () ->
                kind.columns().stream()
                    .filter(column -> column.otherHeaders().contains(plain))
                    .findFirst());
  }

  /** The header in the main language. */
  String header(Column column) {
    return messages.getMessage(column.messageKey(), null, LANGUAGES.get(0));
  }

  /** The constants of the enum by their plain names and texts. */
  <E extends Enum<E>> Map<String, E> words(Class<E> type, String prefix) {
    Map<String, E> words = new HashMap<>();
    for (E constant : type.getEnumConstants()) {
      words.put(PlainText.of(constant.name()), constant);
      texts(prefix + constant.name()).forEach(text -> words.putIfAbsent(text, constant));
    }
    return words;
  }

  private List<String> texts(String key) {
    return LANGUAGES.stream()
        .map(language -> PlainText.of(messages.getMessage(key, null, language)))
        .toList();
  }
}
