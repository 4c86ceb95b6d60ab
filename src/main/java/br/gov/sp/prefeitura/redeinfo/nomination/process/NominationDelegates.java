package br.gov.sp.prefeitura.redeinfo.nomination.process;

import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.nominationId;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationRoundProcess.roundId;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.AcceptanceService;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.EligibilityService;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.IndicationService;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.IndicationService.Prepared;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.MandateService;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationCommands;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundService;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SetDecisions;
import br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.DecisionTables;
import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The delegates that the two models name: each reads the business key and calls one service method,
 * in the engine's transaction. All are safe to repeat.
 */
@Configuration(proxyBeanMethods = false)
class NominationDelegates {

  @Bean
  JavaDelegate prepareNominationDelegate(IndicationService indications) {
    return execution -> {
      Prepared prepared = indications.prepare(nominationId(execution));
      Body body = prepared.body();
      execution.setVariable(Variables.BODY_SLUG, body.slug());
      execution.setVariable(Variables.BODY_ACRONYM, body.acronym());
      execution.setVariable(Variables.SUBJECT, body.acronym() + " · " + body.name());
      execution.setVariable(Variables.LAPSE_AT, Date.from(prepared.lapseAt()));
    };
  }

  @Bean
  JavaDelegate checkEligibilityDelegate(EligibilityService eligibility, DecisionTables tables) {
    return execution ->
        execution.setVariable(
            Variables.ELIGIBLE,
            eligibility.check(
                nominationId(execution),
                new DmnEligibilityRules((key, inputs) -> tables.evaluate(execution, key, inputs))));
  }

  @Bean
  JavaDelegate returnToOfficeDelegate(IndicationService indications) {
    return execution -> {
      Date lapseAt = Date.from(indications.giveTimeAfterReturn(nominationId(execution)));
      execution.setVariable(Variables.LAPSE_AT, lapseAt);
      execution.setVariable(Variables.RETURNED, true);
    };
  }

  @Bean
  JavaDelegate recordLapseDelegate(IndicationService indications) {
    return execution -> indications.lapse(nominationId(execution));
  }

  @Bean
  JavaDelegate inviteNomineesDelegate(AcceptanceService acceptance) {
    return execution -> acceptance.invite(nominationId(execution));
  }

  @Bean
  JavaDelegate assessAnswersDelegate(AcceptanceService acceptance) {
    return execution ->
        execution.setVariable(Variables.ALL_ACCEPTED, acceptance.assess(nominationId(execution)));
  }

  @Bean
  JavaDelegate determineApproverDelegate(AcceptanceService acceptance) {
    return execution ->
        execution.setVariable(
            Variables.APPROVER_GROUP, acceptance.determineApprover(nominationId(execution)));
  }

  @Bean
  JavaDelegate recordRefusalDelegate(SetDecisions decisions) {
    return execution -> decisions.announceRefusal(nominationId(execution));
  }

  @Bean
  JavaDelegate grantMandatesDelegate(MandateService mandates) {
    return execution -> mandates.grant(nominationId(execution));
  }

  @Bean
  JavaDelegate notifyMandatesDelegate(MandateService mandates) {
    return execution -> mandates.announce(nominationId(execution));
  }

  @Bean
  JavaDelegate recordWithdrawalDelegate(NominationCommands commands) {
    return execution -> commands.closeWithdrawn(nominationId(execution));
  }

  @Bean
  JavaDelegate announceRoundDelegate(RoundService rounds) {
    return execution -> rounds.announce(roundId(execution));
  }

  @Bean
  JavaDelegate closeRoundDelegate(RoundService rounds) {
    return execution -> rounds.close(roundId(execution));
  }
}
