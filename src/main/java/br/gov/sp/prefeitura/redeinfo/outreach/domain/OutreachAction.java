package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What goes on record of campaigns and contacts. */
enum OutreachAction implements AuditAction {
  WRITTEN("outreach-campaign.written"),
  CHANGED("outreach-campaign.changed"),
  SUBMITTED("outreach-campaign.submitted"),
  APPROVED("outreach-campaign.approved"),
  RETURNED("outreach-campaign.returned"),
  WAVE_CHOSEN("outreach-campaign.wave-chosen"),
  WAVE_SENT("outreach-campaign.wave-sent"),
  STOPPED("outreach-campaign.stopped"),
  CLOSED("outreach-campaign.closed"),
  OPTED_OUT("outreach-campaign.opted-out"),
  CONTACT_DELETED("outreach-contact.deleted");

  private final String code;

  OutreachAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class OutreachVocabulary implements AuditVocabulary {

    @Override
    public List<OutreachAction> actions() {
      return List.of(values());
    }
  }
}
