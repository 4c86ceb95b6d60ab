package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.CertificateFacts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Hours and periods in words, on the paper as on the page that verifies it. */
@Component
public class CertificateWords {

  private static final int HOUR = 60;

  private final MessageSource messages;

  CertificateWords(MessageSource messages) {
    this.messages = messages;
  }

  /** E.g. "16 horas", "2 horas e 30 minutos". */
  public String hours(int minutes, Locale locale) {
    int hours = minutes / HOUR;
    int rest = minutes % HOUR;
    if (hours == 0) {
      return text("certificate.minutes", locale, rest);
    }
    String whole = text("certificate.hours", locale, hours);
    return rest == 0
        ? whole
        : text(
            "certificate.hours-and-minutes",
            locale,
            whole,
            text("certificate.minutes", locale, rest));
  }

  /** E.g. "de 05/06/2017 a 26/06/2017", "em 05/06/2017". */
  public String period(LocalDate from, LocalDate to, Locale locale) {
    return from.equals(to)
        ? text("certificate.on-day", locale, day(from, locale))
        : text("certificate.from-to", locale, day(from, locale), day(to, locale));
  }

  public String day(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofPattern(text("date.day", locale), locale).format(day);
  }

  /** What the paper says about when, how long and how much, in one sentence. */
  String sentence(CertificateFacts facts, Locale locale) {
    return text(
        "certificate.document.sentence",
        locale,
        period(facts.from(), facts.to(), locale),
        hours(facts.minutes(), locale),
        facts.attendancePercent());
  }

  private String text(String key, Locale locale, Object... args) {
    return messages.getMessage(key, args, locale);
  }
}
