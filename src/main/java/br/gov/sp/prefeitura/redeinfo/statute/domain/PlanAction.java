package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to activity plans; the subject is the year. */
enum PlanAction implements AuditAction {
  BEGUN("plan.begun"),
  PUBLISHED("plan.published"),
  TARGET_ADDED("plan.target-added"),
  TARGET_CHANGED("plan.target-changed"),
  TARGET_REMOVED("plan.target-removed");

  private final String code;

  PlanAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class PlanVocabulary implements AuditVocabulary {

    @Override
    public List<PlanAction> actions() {
      return List.of(values());
    }
  }
}
