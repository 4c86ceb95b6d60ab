package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to trainings of bodies. */
enum BodyTrainingAction implements AuditAction {
  ANNOUNCED("body-training.announced"),
  MOVED("body-training.moved"),
  REPORTED("body-training.reported"),
  NOT_HELD("body-training.not-held"),
  APPROVED("body-training.approved"),
  RETURNED("body-training.returned"),
  CANCELLED("body-training.cancelled");

  private final String code;

  BodyTrainingAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class BodyTrainingVocabulary implements AuditVocabulary {

    @Override
    public List<BodyTrainingAction> actions() {
      return List.of(values());
    }
  }
}
