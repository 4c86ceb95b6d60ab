package br.gov.sp.prefeitura.redeinfo.training.process;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_HAND_IN;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_RELEASE;

import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentDeadlines;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates in the model: when its user tasks are due, and when their timers fire. */
@Component
public class EnrollmentTimers {

  private final EnrollmentDeadlines deadlines;

  EnrollmentTimers(EnrollmentDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  /** When the user task that begins now is due, which is also when its timer fires. */
  public Date dueAt(DelegateExecution execution) {
    String activity = execution.getCurrentActivityId();
    return Date.from(
        due(
            TrainingEnrollmentProcess.TIMERS.getOrDefault(activity, activity),
            TrainingEnrollmentProcess.enrollmentId(execution)));
  }

  private Instant due(String task, long enrollmentId) {
    return switch (task) {
      case TASK_RELEASE -> deadlines.release(enrollmentId);
      case TASK_HAND_IN -> deadlines.activity(enrollmentId);
      default -> deadlines.answer();
    };
  }
}
