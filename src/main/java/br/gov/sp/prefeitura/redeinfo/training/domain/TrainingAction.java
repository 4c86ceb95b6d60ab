package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to editions, sessions and enrolments. */
enum TrainingAction implements AuditAction {
  EDITION_PLANNED("training.planned"),
  EDITION_CHANGED("training.changed"),
  EDITION_DISCARDED("training.discarded"),
  EDITION_PUBLISHED("training.published"),
  ENROLMENT_PERIOD_CHANGED("training.enrolment-period-changed"),
  ENROLMENT_OPENED("training.enrolment-opened"),
  ENROLMENT_CLOSED("training.enrolment-closed"),
  TRAINERS_CHANGED("training.trainers-changed"),
  SESSION_MOVED("training-session.moved"),
  SESSION_CANCELLED("training-session.cancelled"),
  SESSION_HELD("training-session.held"),
  MATERIAL_CHANGED("training-session.material-changed"),
  RESULTS_CONFIRMED("training.results-confirmed"),
  RESULTS_RETURNED("training.results-returned"),
  RESULTS_REVIEWED("training.results-reviewed"),
  EDITION_CONCLUDED("training.concluded"),
  EDITION_CANCELLED("training.cancelled"),
  RETRIED("training.retried");

  private final String code;

  TrainingAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class TrainingVocabulary implements AuditVocabulary {

    @Override
    public List<TrainingAction> actions() {
      return List.of(values());
    }
  }
}
