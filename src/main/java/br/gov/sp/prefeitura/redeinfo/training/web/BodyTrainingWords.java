package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words and colours where a body's training stands, and how long things take. */
@Component("bodyTrainingWords")
public class BodyTrainingWords {

  private static final BigDecimal MINUTES = new BigDecimal(60);

  private final MessageSource messages;

  BodyTrainingWords(MessageSource messages) {
    this.messages = messages;
  }

  /** The tone of the state's tag (see layout/components, status). */
  public String tone(BodyTraining.State state) {
    return switch (state) {
      case ANNOUNCED, REPORTED -> "progress";
      case REPORT_DUE, RETURNED -> "warning";
      case APPROVED -> "success";
      case NOT_HELD, CANCELLED -> "neutral";
    };
  }

  /** E.g. 1,5 h; in hours, to the hundredth. */
  public String hours(long minutes) {
    return hours(minutes, LocaleContextHolder.getLocale());
  }

  String hours(long minutes, Locale locale) {
    return text(locale, "hours.short", number(minutes, locale));
  }

  /** Hours without a unit, as a spreadsheet in this language reads them. */
  String number(long minutes) {
    return number(minutes, LocaleContextHolder.getLocale());
  }

  private static String number(long minutes, Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(2);
    format.setGroupingUsed(false);
    return format.format(new BigDecimal(minutes).divide(MINUTES, 2, RoundingMode.HALF_UP));
  }

  String text(String key, Object... args) {
    return text(LocaleContextHolder.getLocale(), key, args);
  }

  String text(Locale locale, String key, Object... args) {
    return messages.getMessage(key, args, locale);
  }
}
