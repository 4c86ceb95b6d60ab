package br.gov.sp.prefeitura.redeinfo.shared.web;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days and moments in the city's time and the person's language, for templates and exports. */
@Component("dates")
public class Dates {

  private final MessageSource messages;
  private final WorkingDays workingDays;
  private final Clock clock;

  Dates(MessageSource messages, WorkingDays workingDays, Clock clock) {
    this.messages = messages;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** E.g. 09/06/2017; {@code null} gives an empty text. */
  public String day(LocalDate day) {
    return day == null ? "" : format("date.day").format(day);
  }

  /** The day of a moment. */
  public String day(Instant moment) {
    return moment == null ? "" : day(moment.atZone(SaoPaulo.ZONE).toLocalDate());
  }

  /** E.g. 09/06/2017 14:30; {@code null} gives an empty text. */
  public String moment(Instant moment) {
    return moment == null ? "" : format("date.moment").format(moment.atZone(SaoPaulo.ZONE));
  }

  /** Machine-readable, for {@code <time datetime>}. */
  public String iso(Instant moment) {
    return moment == null
        ? ""
        : ZonedDateTime.ofInstant(moment, SaoPaulo.ZONE).toOffsetDateTime().toString();
  }

  public boolean isOverdue(Instant dueAt) {
    return dueAt != null && dueAt.isBefore(clock.instant());
  }

  /** Due today or on the next working day. */
  public boolean isDueSoon(Instant dueAt) {
    return dueAt != null && !isOverdue(dueAt) && workingDays.between(today(), dayOf(dueAt)) <= 1;
  }

  /** How long until the deadline or since it, in working days: "vence em 2 dias úteis". */
  public String due(Instant dueAt) {
    if (dueAt == null) {
      return text("due.none");
    }
    if (isOverdue(dueAt)) {
      int late = workingDays.between(dayOf(dueAt), today());
      return late == 0 ? text("due.overdue.today") : text("due.overdue", late);
    }
    int left = workingDays.between(today(), dayOf(dueAt));
    return left == 0 ? text("due.today") : text("due.in", left);
  }

  /** How many working days ago, in words. */
  public String since(Instant moment) {
    if (moment == null) {
      return "";
    }
    int days = workingDays.between(dayOf(moment), today());
    return days == 0 ? text("since.today") : text("since", days);
  }

  private LocalDate today() {
    return SaoPaulo.today(clock);
  }

  private static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, SaoPaulo.ZONE);
  }

  private DateTimeFormatter format(String key) {
    Locale locale = LocaleContextHolder.getLocale();
    return DateTimeFormatter.ofPattern(messages.getMessage(key, null, locale), locale);
  }

  private String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }
}
