package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people do to notices; that they are written and sent is in their own table. */
enum NotificationAction implements AuditAction {
  RETRIED("notice.retried");

  private final String code;

  NotificationAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<NotificationAction> actions() {
      return List.of(values());
    }
  }
}
