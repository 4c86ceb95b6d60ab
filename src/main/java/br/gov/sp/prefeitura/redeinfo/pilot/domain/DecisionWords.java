package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the process itself writes down of decisions: in pt-BR, like what people type. */
@Component
class DecisionWords {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");

  private final MessageSource messages;

  DecisionWords(MessageSource messages) {
    this.messages = messages;
  }

  /** Why a partner's part is not confirmed, as a comment for the body. */
  String ofMissingPartner(Partnership partner, String name) {
    String key =
        partner.reason() == null
            ? "pilot.partner.silent-comment"
            : "pilot.partner.declined-comment";
    String text = messages.getMessage(key, new Object[] {name, partner.reason()}, LANGUAGE);
    return text.length() <= TypedAnswers.REASON ? text : partner.reason();
  }
}
