package br.gov.sp.prefeitura.redeinfo.cover.web;

import br.gov.sp.prefeitura.redeinfo.cover.domain.AbsenceCover;
import br.gov.sp.prefeitura.redeinfo.cover.domain.AbsenceCover.EndReason;
import br.gov.sp.prefeitura.redeinfo.cover.domain.AbsenceCover.Phase;
import java.text.Collator;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words of the covers' pages in the language of the request. */
@Component("coverWords")
class CoverWords {

  private final MessageSource messages;
  private final Clock clock;

  CoverWords(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  public String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }

  public String state(AbsenceCover cover) {
    EndReason reason = cover.endReason();
    return text("cover.state." + (reason == null ? phase(cover).name() : reason.name()));
  }

  public String tone(AbsenceCover cover) {
    return switch (phase(cover)) {
      case RUNNING -> "progress";
      case COMING -> "warning";
      case OVER -> "neutral";
    };
  }

  public boolean isOpen(AbsenceCover cover) {
    return cover.isOpen(clock.instant());
  }

  /** The processes by their names; a process that is no more by its key. */
  public String processes(AbsenceCover cover, Map<String, String> names) {
    return cover.processes().isEmpty()
        ? text("cover.all-processes")
        : cover.processes().stream()
            .map(key -> names.getOrDefault(key, key))
            .sorted(Collator.getInstance(Locale.forLanguageTag("pt-BR")))
            .collect(Collectors.joining("; "));
  }

  private Phase phase(AbsenceCover cover) {
    return cover.phase(clock.instant());
  }
}
