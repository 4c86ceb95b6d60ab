package br.gov.sp.prefeitura.redeinfo.cover.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import br.gov.sp.prefeitura.redeinfo.cover.domain.AbsenceCover.EndReason;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to covers. */
enum CoverAction implements AuditAction {
  NAMED("cover.named"),
  REFUSED("cover.refused"),
  ENDED("cover.ended"),
  LAPSED("cover.lapsed"),
  APPOINTMENT_ENDED("cover.appointment-ended");

  private final String code;

  CoverAction(String code) {
    this.code = code;
  }

  static CoverAction of(EndReason reason) {
    return valueOf(reason.name());
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class CoverVocabulary implements AuditVocabulary {

    @Override
    public List<CoverAction> actions() {
      return List.of(values());
    }
  }
}
