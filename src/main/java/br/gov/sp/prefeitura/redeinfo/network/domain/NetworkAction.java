package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to bodies, persons and appointments. */
enum NetworkAction implements AuditAction {
  BODY_REGISTERED("body.registered"),
  BODY_CHANGED("body.changed"),
  PERSON_REGISTERED("person.registered"),
  PERSON_CHANGED("person.changed"),
  /** Their time to live is over: nothing names them any more. */
  PERSON_FORGOTTEN("person.forgotten"),
  APPOINTMENT_STARTED("appointment.started"),
  APPOINTMENT_ENDED("appointment.ended"),
  /** Its last day has passed and the modules were told; groups had followed by themselves. */
  APPOINTMENT_OVER("appointment.over");

  private final String code;

  NetworkAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<NetworkAction> actions() {
      return List.of(values());
    }
  }
}
