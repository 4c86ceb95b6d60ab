package br.gov.sp.prefeitura.redeinfo.pilot.process;

import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.pilotId;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.ConclusionService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ExecutionNotices;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ExecutionService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PresentationService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReportService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process of a pilot does by itself from the presentation on; all safe to repeat. */
@Configuration(proxyBeanMethods = false)
class ExecutionDelegates {

  @Bean
  JavaDelegate inviteToPilotPresentationDelegate(PresentationService presentations) {
    return execution -> presentations.invite(pilotId(execution));
  }

  @Bean
  JavaDelegate recordPilotNoStartDelegate(ExecutionService service) {
    return execution -> service.neverStarted(pilotId(execution));
  }

  @Bean
  JavaDelegate markPilotStaleDelegate(ReportService reports) {
    return execution -> reports.markOverdue(pilotId(execution));
  }

  @Bean
  JavaDelegate announcePilotSuspensionDelegate(ExecutionNotices notices) {
    return execution -> notices.suspended(pilotId(execution));
  }

  @Bean
  JavaDelegate announcePilotResumptionDelegate(ExecutionNotices notices) {
    return execution -> notices.resumed(pilotId(execution));
  }

  @Bean
  JavaDelegate remindPilotSuspensionDelegate(ExecutionNotices notices) {
    return execution -> notices.remindOfSuspension(pilotId(execution));
  }

  @Bean
  JavaDelegate announcePilotCancellationDelegate(ExecutionNotices notices) {
    return execution -> notices.cancelled(pilotId(execution));
  }

  @Bean
  JavaDelegate announcePilotSponsorDelegate(ExecutionNotices notices) {
    return execution -> notices.sponsorChanged(pilotId(execution));
  }

  @Bean
  JavaDelegate announcePilotScopeDelegate(ExecutionNotices notices) {
    return execution -> notices.scopeDecided(pilotId(execution));
  }

  @Bean
  JavaDelegate publishPilotEvaluationDelegate(ConclusionService conclusion) {
    return execution -> conclusion.publish(pilotId(execution));
  }

  @Bean
  JavaDelegate announcePilotEvaluationDelegate(ExecutionNotices notices) {
    return execution -> notices.evaluated(pilotId(execution));
  }
}
