package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to enlistments and volunteers. */
enum VolunteerAction implements AuditAction {
  CONFIRMED("enlistment.confirmed"),
  ADMITTED("enlistment.admitted"),
  DECLINED("enlistment.declined"),
  WITHDRAWN("enlistment.withdrawn"),
  ALREADY_MEMBER("enlistment.already-member"),
  REGISTERED("enlistment.registered"),
  ENDED("volunteer.ended");

  private final String code;

  VolunteerAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<VolunteerAction> actions() {
      return List.of(values());
    }
  }
}
