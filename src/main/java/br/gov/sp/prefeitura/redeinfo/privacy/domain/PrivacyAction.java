package br.gov.sp.prefeitura.redeinfo.privacy.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What is done to keep personal data no longer than needed, and copies people take of their own.
 */
enum PrivacyAction implements AuditAction {
  RUN_STARTED("privacy-run.started"),
  KIND_DONE("privacy-run.kind-done"),
  RUN_FINISHED("privacy-run.finished"),
  COPY_TAKEN("personal-data.copied");

  private final String code;

  PrivacyAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<PrivacyAction> actions() {
      return List.of(values());
    }
  }
}
