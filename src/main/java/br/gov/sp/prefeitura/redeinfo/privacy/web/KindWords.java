package br.gov.sp.prefeitura.redeinfo.privacy.web;

import br.gov.sp.prefeitura.redeinfo.privacy.domain.Kinds.Kind;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what a kind of data is, how long it lives and why, in the reader's language. */
@Component
class KindWords {

  private final MessageSource messages;

  KindWords(MessageSource messages) {
    this.messages = messages;
  }

  List<WordedKind> of(List<Kind> kinds) {
    return kinds.stream()
        .map(
            kind ->
                new WordedKind(
                    text("privacy.kind." + kind.name()),
                    text("privacy.why." + kind.name()),
                    period(kind.keep()),
                    kind.lapsed()))
        .toList();
  }

  private String period(Period keep) {
    if (keep == null) {
      return text("privacy.period.none");
    }
    List<String> parts = new ArrayList<>();
    part(parts, "privacy.period.years", keep.getYears());
    part(parts, "privacy.period.months", keep.getMonths());
    part(parts, "privacy.period.days", keep.getDays());
    return String.join(", ", parts);
  }

  private void part(List<String> parts, String key, int number) {
    if (number != 0) {
      parts.add(text(key, number));
    }
  }

  private String text(String key, Object... values) {
    return messages.getMessage(key, values, key, LocaleContextHolder.getLocale());
  }

  /**
   * @param keep how long its records live, in words
   */
  record WordedKind(String name, String why, String keep, long lapsed) {}
}
