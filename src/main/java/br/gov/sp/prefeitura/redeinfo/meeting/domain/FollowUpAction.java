package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What goes on record of follow-ups. */
enum FollowUpAction implements AuditAction {
  OPENED("follow-up.opened"),
  DONE("follow-up.done"),
  POSTPONED("follow-up.postponed"),
  BLOCKED("follow-up.blocked"),
  DROPPED("follow-up.dropped"),
  GIVEN("follow-up.given"),
  OWNER_LEFT("follow-up.owner-left");

  private final String code;

  FollowUpAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class FollowUpVocabulary implements AuditVocabulary {

    @Override
    public List<FollowUpAction> actions() {
      return List.of(values());
    }
  }
}
