package br.gov.sp.prefeitura.redeinfo.training.process;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.enrollmentId;

import br.gov.sp.prefeitura.redeinfo.training.domain.CompletionService;
import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentNotices;
import br.gov.sp.prefeitura.redeinfo.training.domain.ReleaseService;
import br.gov.sp.prefeitura.redeinfo.training.domain.SeatService;
import br.gov.sp.prefeitura.redeinfo.training.domain.SeatService.Seat;
import br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The delegates that {@code training-enrollment.bpmn} names: each reads the business key and calls
 * one service method, in the engine's transaction. All are safe to repeat.
 */
@Configuration(proxyBeanMethods = false)
class EnrollmentDelegates {

  @Bean
  JavaDelegate prepareReleaseDelegate(ReleaseService releases) {
    return execution ->
        execution.setVariable(Variables.RELEASE_GROUP, releases.deciders(enrollmentId(execution)));
  }

  @Bean
  JavaDelegate applyReleasePolicyDelegate(ReleaseService releases) {
    return execution ->
        execution.setVariable(
            Variables.RELEASE_POLICY, releases.applyPolicy(enrollmentId(execution)).name());
  }

  @Bean
  JavaDelegate recordReleaseRefusalDelegate(ReleaseService releases) {
    return execution -> releases.recordRefusal(enrollmentId(execution));
  }

  @Bean
  JavaDelegate takeSeatDelegate(SeatService seats) {
    return execution ->
        execution.setVariable(Variables.SEAT, seats.take(enrollmentId(execution)).name());
  }

  @Bean
  JavaDelegate judgeCompletionDelegate(CompletionService completion) {
    return execution -> {
      long id = enrollmentId(execution);
      execution.setVariable(Variables.COMPLETED, completion.judge(id));
      execution.setVariable(Variables.CERTIFICATE, completion.givesCertificate(id));
    };
  }

  @Bean
  JavaDelegate issueCertificateDelegate(CompletionService completion) {
    return execution -> completion.issueCertificate(enrollmentId(execution));
  }

  @Bean
  JavaDelegate tellReleaseRefusedDelegate(EnrollmentNotices notices) {
    return execution -> notices.refused(enrollmentId(execution));
  }

  @Bean
  JavaDelegate tellWaitingDelegate(EnrollmentNotices notices) {
    return execution -> notices.waiting(enrollmentId(execution));
  }

  @Bean
  JavaDelegate tellNotSeatedDelegate(EnrollmentNotices notices) {
    return execution -> notices.notSeated(enrollmentId(execution));
  }

  @Bean
  JavaDelegate confirmSeatDelegate(EnrollmentNotices notices) {
    return execution -> notices.confirmed(enrollmentId(execution), waited(execution));
  }

  private static boolean waited(DelegateExecution execution) {
    return Seat.WAITING.name().equals(execution.getVariable(Variables.SEAT));
  }

  @Bean
  JavaDelegate tellAbsenceDelegate(EnrollmentNotices notices) {
    return execution -> notices.absence(enrollmentId(execution), absenceSession(execution));
  }

  @Bean
  JavaDelegate tellHeadOfAbsencesDelegate(EnrollmentNotices notices) {
    return execution -> notices.headOfAbsences(enrollmentId(execution), absenceSession(execution));
  }

  private static long absenceSession(DelegateExecution execution) {
    return (Long) execution.getVariable(Variables.ABSENCE_SESSION_ID);
  }

  @Bean
  JavaDelegate tellCompletedDelegate(EnrollmentNotices notices) {
    return execution -> notices.completed(enrollmentId(execution));
  }

  @Bean
  JavaDelegate tellNotCompletedDelegate(EnrollmentNotices notices) {
    return execution -> notices.notCompleted(enrollmentId(execution));
  }

  @Bean
  JavaDelegate tellWithdrawnDelegate(EnrollmentNotices notices) {
    return execution -> notices.withdrawn(enrollmentId(execution));
  }

  @Bean
  JavaDelegate tellEditionCancelledDelegate(EnrollmentNotices notices) {
    return execution -> notices.cancelled(enrollmentId(execution));
  }
}
