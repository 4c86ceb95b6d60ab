package br.gov.sp.prefeitura.redeinfo.attendance.web;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.MarkResult;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.Means;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.SheetPages.Line;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what a sheet says of somebody, in the reader's language; for pages and their script. */
@Component("attendanceWords")
public class EntryWords {

  private final MessageSource messages;
  private final Dates dates;

  EntryWords(MessageSource messages, Dates dates) {
    this.messages = messages;
    this.dates = dates;
  }

  /** The status, and why an absence is justified. */
  public String says(AttendanceStatus status, String reason) {
    String says = text("attendance.status." + status);
    return reason == null ? says : says + ": " + reason;
  }

  /** By which means, by whom and when; empty while nothing is recorded. */
  public String how(Line line) {
    if (line.means() == null) {
      return "";
    }
    String when = dates.moment(line.markedAt());
    return line.means() == Means.CHECK_IN || line.means() == Means.CLOSING
        ? text("attendance.means." + line.means(), when)
        : text("attendance.means." + line.means(), when, line.keeper());
  }

  /** What became of a mark, if the keeper has to know; else {@code null}. */
  String note(MarkResult result, String other) {
    return switch (result.outcome()) {
      case RECORDED, UNCHANGED -> null;
      case REPLACED -> text("attendance.outcome.REPLACED", other);
      case OVERTAKEN ->
          other == null
              ? null
              : text(
                  "attendance.outcome.OVERTAKEN",
                  other,
                  text("attendance.status." + result.status()));
      case NOT_ON_SHEET -> text("attendance.outcome.NOT_ON_SHEET");
    };
  }

  private String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }
}
