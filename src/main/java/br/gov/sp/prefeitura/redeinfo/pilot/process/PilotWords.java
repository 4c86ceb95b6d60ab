package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of the forms, which are written in pt-BR whatever the reader's browser asks for. */
@Component
class PilotWords {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final MessageSource messages;

  PilotWords(MessageSource messages) {
    this.messages = messages;
  }

  String text(String key, Object... args) {
    return messages.getMessage(key, args, LANGUAGE);
  }

  String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /** What the words of pages say, in the forms' language. */
  <T> T inPortuguese(Supplier<T> words) {
    LocaleContext before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(LANGUAGE);
    try {
      return words.get();
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }
}
