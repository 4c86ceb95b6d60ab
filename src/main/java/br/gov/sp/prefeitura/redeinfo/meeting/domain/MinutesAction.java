package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What goes on record of minutes. */
enum MinutesAction implements AuditAction {
  SAVED("minutes.saved"),
  WRITTEN("minutes.written"),
  REMARK_MADE("minutes.remark-made"),
  REMARK_ANSWERED("minutes.remark-answered"),
  REMARKS_CLOSED("minutes.remarks-closed"),
  APPROVED("minutes.approved"),
  RETURNED("minutes.returned"),
  PUBLISHED("minutes.published");

  private final String code;

  MinutesAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class MinutesVocabulary implements AuditVocabulary {

    @Override
    public List<MinutesAction> actions() {
      return List.of(values());
    }
  }
}
