package br.gov.sp.prefeitura.redeinfo.pilot.process;

import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.pilotId;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalService.Submitted;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.Variables;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What happens when the task of writing a proposal is completed, in Tasklist or on our page, in the
 * transaction that completes it: a proposal that breaks a rule stays with its writers.
 */
@Configuration(proxyBeanMethods = false)
class ProposalTasks {

  @Bean
  TaskListener submitPilotProposalListener(ProposalService proposals, PilotCompleters completers) {
    return task -> {
      Submitted submitted = proposals.submit(pilotId(task.getExecution()), completers.of(task));
      task.getExecution().setVariable(Variables.SUBJECT, submitted.title());
      task.getExecution().setVariable(Variables.PARTNERS, submitted.partnersAsked());
    };
  }
}
