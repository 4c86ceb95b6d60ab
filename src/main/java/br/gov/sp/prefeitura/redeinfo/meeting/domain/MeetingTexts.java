package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words of the bundle, in the language of the request. */
@Component
public class MeetingTexts {

  private final MessageSource messages;

  MeetingTexts(MessageSource messages) {
    this.messages = messages;
  }

  public String text(String key, Object... args) {
    return text(LocaleContextHolder.getLocale(), key, args);
  }

  public String text(Locale locale, String key, Object... args) {
    return messages.getMessage(key, args, locale);
  }
}
