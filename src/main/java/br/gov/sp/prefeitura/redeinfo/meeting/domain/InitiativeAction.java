package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What goes on record of initiatives. */
enum InitiativeAction implements AuditAction {
  PROPOSED("initiative.proposed"),
  CHANGED("initiative.changed"),
  STATE_ENTERED("initiative.state-entered");

  private final String code;

  InitiativeAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class InitiativeVocabulary implements AuditVocabulary {

    @Override
    public List<InitiativeAction> actions() {
      return List.of(values());
    }
  }
}
