package br.gov.sp.prefeitura.redeinfo.training.process;

import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentProcess;
import br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine behind {@link EnrollmentProcess}. */
@Component
class EngineEnrollmentProcess implements EnrollmentProcess {

  private final ProcessRuntime runtime;

  EngineEnrollmentProcess(ProcessRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public void start(Start start) {
    runtime.start(
        TrainingEnrollmentProcess.KEY,
        String.valueOf(start.enrollmentId()),
        Map.of(
            Variables.SUBJECT, start.subject(),
            Variables.PERSON_USERNAME, start.username(),
            Variables.RELEASE_REQUIRED, start.releaseRequired(),
            Variables.HAS_ACTIVITY, start.hasActivity()));
  }

  @Override
  public void seat(long enrollmentId) {
    correlate(TrainingEnrollmentProcess.MESSAGE_SEAT, enrollmentId, Map.of());
  }

  @Override
  public void withdraw(long enrollmentId) {
    correlate(TrainingEnrollmentProcess.MESSAGE_WITHDRAWAL, enrollmentId, Map.of());
  }

  @Override
  public void dismiss(long enrollmentId) {
    correlate(TrainingEnrollmentProcess.MESSAGE_NOT_SEATED, enrollmentId, Map.of());
  }

  @Override
  public void cancel(long enrollmentId) {
    correlate(TrainingEnrollmentProcess.MESSAGE_CANCELLATION, enrollmentId, Map.of());
  }

  @Override
  public void finish(long enrollmentId) {
    correlate(TrainingEnrollmentProcess.MESSAGE_FINISH, enrollmentId, Map.of());
  }

  @Override
  public void followUp(long enrollmentId, Absence absence) {
    correlate(
        TrainingEnrollmentProcess.MESSAGE_ABSENCE,
        enrollmentId,
        Map.of(
            Variables.ABSENCE_SESSION_ID, absence.sessionId(),
            Variables.ABSENCES_IN_A_ROW, absence.inARow(),
            Variables.HEAD_TOLD_OF_ABSENCES, absence.headIsTold()));
  }

  private void correlate(String message, long enrollmentId, Map<String, Object> variables) {
    runtime.correlate(message, String.valueOf(enrollmentId), variables);
  }
}
