package br.gov.sp.prefeitura.redeinfo.outreach.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts in the language of the request. */
@Component("outreachWords")
class OutreachWords {

  private final MessageSource messages;

  OutreachWords(MessageSource messages) {
    this.messages = messages;
  }

  String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }
}
