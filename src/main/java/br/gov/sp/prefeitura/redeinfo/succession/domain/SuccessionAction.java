package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done when people leave. */
enum SuccessionAction implements AuditAction {
  BEGUN("succession.begun"),
  MOVED("succession.moved"),
  PLANNED("succession.planned"),
  NOTE_WRITTEN("succession.note-written"),
  CANCELLED("succession.cancelled"),
  HANDED_OVER("succession.handed-over"),
  ORPHAN_OFFERED("succession-orphan.offered");

  private final String code;

  SuccessionAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class SuccessionVocabulary implements AuditVocabulary {

    @Override
    public List<SuccessionAction> actions() {
      return List.of(values());
    }
  }
}
