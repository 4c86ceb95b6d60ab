package br.gov.sp.prefeitura.redeinfo.confirmation.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to confirmations of focal points. */
enum ConfirmationAction implements AuditAction {
  ROUND_BEGUN("confirmation-round.begun"),
  UNCHANGED("confirmation.unchanged"),
  CHANGED("confirmation.changed"),
  REPLACED("confirmation.replaced");

  private final String code;

  ConfirmationAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class ConfirmationVocabulary implements AuditVocabulary {

    @Override
    public List<ConfirmationAction> actions() {
      return List.of(values());
    }
  }
}
