package br.gov.sp.prefeitura.redeinfo.confirmation.web;

import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation.State;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words of the confirmation's pages in the language of the request. */
@Component("confirmationWords")
class ConfirmationWords {

  private final MessageSource messages;
  private final Clock clock;

  ConfirmationWords(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  public String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }

  /** E.g. novembro de 2026. */
  public String month(LocalDate month) {
    Locale language = LocaleContextHolder.getLocale();
    return DateTimeFormatter.ofPattern(text("confirmation.month"), language).format(month);
  }

  public String state(Confirmation confirmation) {
    return text(stateKey(confirmation));
  }

  /** Being late is a state of its own for readers. */
  public String stateKey(Confirmation confirmation) {
    return "confirmation.state."
        + (confirmation.isLate(clock.instant()) ? "LATE" : confirmation.state());
  }

  public String tone(Confirmation confirmation) {
    if (confirmation.isLate(clock.instant())) {
      return "danger";
    }
    return confirmation.state() == State.UNCHANGED
        ? "success"
        : confirmation.state() == State.CHANGED ? "warning" : "neutral";
  }

  /** The seats that change, in words; empty for none. */
  public String seats(Confirmation confirmation) {
    return confirmation.changedSeats().stream()
        .map(seat -> text(seat.messageKey()))
        .collect(Collectors.joining("; "));
  }

  /** Headings of the download. */
  List<String> columns() {
    return Stream.of("acronym", "body", "state", "due", "answered", "by", "seats")
        .map(column -> text("confirmation.column." + column))
        .toList();
  }
}
