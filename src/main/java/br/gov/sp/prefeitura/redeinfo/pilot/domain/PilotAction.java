package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to pilots. */
enum PilotAction implements AuditAction {
  BEGUN("pilot.begun"),
  SUBMITTED("pilot.submitted"),
  PARTNERSHIP_ANSWERED("pilot.partnership-answered"),
  ENDORSEMENT_DECIDED("pilot.endorsement-decided"),
  REVIEWED("pilot.reviewed"),
  VOTED("pilot.voted"),
  BALLOT_RESOLVED("pilot.ballot-resolved"),
  PRESENTATION_SCHEDULED("pilot.presentation-scheduled"),
  PRESENTATION_MOVED("pilot.presentation-moved"),
  PRESENTATION_RECORDED("pilot.presentation-recorded"),
  STARTED("pilot.started"),
  REPORT_WANTED("pilot.report-wanted"),
  REPORT_SAVED("pilot.report-saved"),
  REPORTED("pilot.reported"),
  REPORT_REVIEWED("pilot.report-reviewed"),
  SUSPENDED("pilot.suspended"),
  RESUMED("pilot.resumed"),
  SPONSOR_CHANGED("pilot.sponsor-changed"),
  SCOPE_CHANGE_ASKED("pilot.scope-change-asked"),
  SCOPE_CHANGE_DECIDED("pilot.scope-change-decided"),
  COMPLETION_REVIEWED("pilot.completion-reviewed"),
  EVALUATED("pilot.evaluated"),
  CANCELLED("pilot.cancelled"),
  EVIDENCE_ADDED("pilot.evidence-added"),
  EVIDENCE_CHANGED("pilot.evidence-changed"),
  EVIDENCE_REMOVED("pilot.evidence-removed");

  private final String code;

  PilotAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class PilotVocabulary implements AuditVocabulary {

    @Override
    public List<PilotAction> actions() {
      return List.of(values());
    }
  }
}
