package br.gov.sp.prefeitura.redeinfo.training.process;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEditionProcess.editionId;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingSessionProcess.sessionId;

import br.gov.sp.prefeitura.redeinfo.training.domain.Edition;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionDeadlines;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionLife;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionProperties;
import br.gov.sp.prefeitura.redeinfo.training.domain.Participants;
import br.gov.sp.prefeitura.redeinfo.training.domain.SessionService;
import br.gov.sp.prefeitura.redeinfo.training.process.TrainingEditionProcess.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The delegates that the models of editions and sessions name: each reads the business key and
 * calls one service method, in the engine's transaction. All are safe to repeat.
 */
@Configuration(proxyBeanMethods = false)
class EditionDelegates {

  @Bean
  JavaDelegate openEnrolmentDelegate(EditionLife editions) {
    return execution -> editions.openEnrolment(editionId(execution));
  }

  @Bean
  JavaDelegate closeEnrolmentDelegate(EditionLife editions) {
    return execution -> {
      editions.closeEnrolment(editionId(execution));
      execution.setVariable(
          Variables.ACTIVITY, editions.get(editionId(execution)).activity() != null);
    };
  }

  @Bean
  JavaDelegate dismissWaitingDelegate(Participants participants, EditionProperties properties) {
    return execution ->
        left(execution, participants.dismissWaiting(editionId(execution), properties.batchSize()));
  }

  @Bean
  JavaDelegate awaitCertificationDelegate(EditionLife editions) {
    return execution -> {
      editions.awaitCertification(editionId(execution));
      Edition edition = editions.get(editionId(execution));
      execution.setVariable(Variables.CERTIFICATE, edition.certificate());
      execution.setVariable(Variables.CERTIFIER_GROUP, EditionLife.certifiers(edition));
    };
  }

  @Bean
  JavaDelegate finishEnrolmentsDelegate(Participants participants, EditionProperties properties) {
    return execution ->
        left(execution, participants.finish(editionId(execution), properties.batchSize()));
  }

  @Bean
  JavaDelegate concludeEditionDelegate(EditionLife editions) {
    return execution -> editions.conclude(editionId(execution));
  }

  @Bean
  JavaDelegate cancelEnrolmentsDelegate(Participants participants, EditionProperties properties) {
    return execution ->
        left(execution, participants.cancel(editionId(execution), properties.batchSize()));
  }

  @Bean
  JavaDelegate tellSessionChangesDelegate(EditionLife editions) {
    return execution -> editions.tellSessionChanges(editionId(execution));
  }

  @Bean
  JavaDelegate remindCertificatesDelegate(EditionLife editions) {
    return execution ->
        execution.setVariable(
            Variables.REMIND_AGAIN, editions.remindOfCertificates(editionId(execution)));
  }

  @Bean
  JavaDelegate prepareSessionDelegate(SessionService sessions) {
    return execution -> {
      execution.setVariable(
          TrainingSessionProcess.VARIABLE_STATE, sessions.prepare(sessionId(execution)).name());
      execution.setVariable(TrainingSessionProcess.VARIABLE_TIMES_ASKED, 0);
    };
  }

  @Bean
  JavaDelegate askForSheetDelegate(SessionService sessions, EditionDeadlines deadlines) {
    return execution -> {
      sessions.askForSheet(sessionId(execution));
      int again = (int) execution.getVariable(TrainingSessionProcess.VARIABLE_TIMES_ASKED);
      execution.setVariable(TrainingSessionProcess.VARIABLE_TIMES_ASKED, again + 1);
      execution.setVariable(
          TrainingSessionProcess.VARIABLE_ASK_AGAIN, again < deadlines.sheetReminders());
    };
  }

  @Bean
  JavaDelegate followUpAbsencesDelegate(Participants participants, EditionProperties properties) {
    return execution ->
        execution.setVariable(
            TrainingSessionProcess.VARIABLE_ABSENCES_LEFT,
            participants.followUpAbsences(sessionId(execution), properties.batchSize()));
  }

  private static void left(DelegateExecution execution, boolean some) {
    execution.setVariable(Variables.PARTICIPANTS_LEFT, some);
  }
}
