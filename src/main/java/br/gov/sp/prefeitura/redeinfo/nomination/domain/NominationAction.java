package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Outcome;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to rounds and nominations. */
enum NominationAction implements AuditAction {
  ROUND_OPENED("round.opened"),
  ROUND_CLOSED("round.closed"),
  VACANCY_OPENED("nomination.vacancy-opened"),
  SUBMITTED("nomination.submitted"),
  BLOCKED("nomination.blocked"),
  ACCEPTED("nomination.accepted"),
  DECLINED("nomination.declined"),
  UNANSWERED("nomination.unanswered"),
  APPROVED("nomination.approved"),
  RETURNED("nomination.returned"),
  REFUSED("nomination.refused"),
  VALIDATED("nomination.validated"),
  PUBLICATION_RECORDED("nomination.publication-recorded"),
  MANDATES_GRANTED("nomination.mandates-granted"),
  CORRECTION_REQUESTED("nomination.correction-requested"),
  WITHDRAWN("nomination.withdrawn"),
  LAPSED("nomination.lapsed"),
  MANDATES_ENDED("nomination.mandates-ended"),
  REMINDED("nomination.reminded"),
  RETRIED("nomination.retried");

  private final String code;

  NominationAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  static NominationAction of(Outcome outcome) {
    return switch (outcome) {
      case SUBMITTED -> SUBMITTED;
      case BLOCKED -> BLOCKED;
      case ACCEPTED -> ACCEPTED;
      case DECLINED -> DECLINED;
      case NO_ANSWER -> UNANSWERED;
      case APPROVED -> APPROVED;
      case RETURNED -> RETURNED;
      case REFUSED -> REFUSED;
      case VALID -> VALIDATED;
      case RECORDED -> PUBLICATION_RECORDED;
      case GRANTED -> MANDATES_GRANTED;
      case REQUESTED -> CORRECTION_REQUESTED;
      case WITHDRAWN -> WITHDRAWN;
      case LAPSED -> LAPSED;
    };
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<NominationAction> actions() {
      return List.of(values());
    }
  }
}
