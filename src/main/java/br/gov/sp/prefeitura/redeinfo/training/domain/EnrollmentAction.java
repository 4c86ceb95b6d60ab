package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to enrolments. */
enum EnrollmentAction implements AuditAction {
  ENROLLED("enrollment.enrolled"),
  RELEASED("enrollment.released"),
  RELEASE_REFUSED("enrollment.release-refused"),
  RELEASE_UNANSWERED("enrollment.release-unanswered"),
  WITHDRAWN("enrollment.withdrawn"),
  ACTIVITY_HANDED_IN("enrollment.activity-handed-in"),
  ABSENCE_EXPLAINED("enrollment.absence-explained"),
  COMPLETED("enrollment.completed"),
  NOT_COMPLETED("enrollment.not-completed");

  private final String code;

  EnrollmentAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<EnrollmentAction> actions() {
      return List.of(values());
    }
  }
}
