package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What becomes of a quarter's meeting. */
enum QuarterAction implements AuditAction {
  BEGUN("meeting-quarter.begun"),
  WAIVED("meeting-quarter.waived"),
  MET("meeting-quarter.met"),
  MISSED("meeting-quarter.missed");

  private final String code;

  QuarterAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class QuarterVocabulary implements AuditVocabulary {

    @Override
    public List<QuarterAction> actions() {
      return List.of(values());
    }
  }
}
