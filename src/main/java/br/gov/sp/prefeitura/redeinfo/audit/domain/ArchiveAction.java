package br.gov.sp.prefeitura.redeinfo.audit.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to the log itself. */
enum ArchiveAction implements AuditAction {
  EXPORTED("audit.exported"),
  /** Old addresses were forgotten. */
  ADDRESSES_FORGOTTEN("audit.addresses-forgotten");

  private final String code;

  ArchiveAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<ArchiveAction> actions() {
      return List.of(values());
    }
  }
}
