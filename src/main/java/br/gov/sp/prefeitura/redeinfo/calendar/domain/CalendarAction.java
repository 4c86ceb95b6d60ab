package br.gov.sp.prefeitura.redeinfo.calendar.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done with the personal addresses of calendars; the id is the person's. */
enum CalendarAction implements AuditAction {
  FEED_MADE("calendar-feed.made"),
  FEED_REVOKED("calendar-feed.revoked");

  private final String code;

  CalendarAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<CalendarAction> actions() {
      return List.of(values());
    }
  }
}
