package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done with lists; what they bring goes on record as well, row by row. */
enum IntakeAction implements AuditAction {
  IMPORT_SENT("import.sent"),
  IMPORT_APPLIED("import.applied"),
  IMPORT_DISCARDED("import.discarded");

  private final String code;

  IntakeAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<IntakeAction> actions() {
      return List.of(values());
    }
  }
}
