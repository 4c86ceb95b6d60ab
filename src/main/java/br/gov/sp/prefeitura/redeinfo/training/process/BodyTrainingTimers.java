package br.gov.sp.prefeitura.redeinfo.training.process;

import static br.gov.sp.prefeitura.redeinfo.training.process.BodyTrainingProcess.trainingId;

import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingDeadlines;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingReports;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates in the model: when the report is asked for, and when its user tasks are due. */
@Component
public class BodyTrainingTimers {

  private final BodyTrainingDeadlines deadlines;
  private final BodyTrainingReports trainings;

  BodyTrainingTimers(BodyTrainingDeadlines deadlines, BodyTrainingReports trainings) {
    this.deadlines = deadlines;
    this.trainings = trainings;
  }

  /** The morning after the day of the training, as it is announced now. */
  public Date dayOver(DelegateExecution execution) {
    return Date.from(deadlines.dayOver(trainings.get(trainingId(execution)).day()));
  }

  /** When the user task that begins now is due. */
  public Date dueAt(DelegateExecution execution) {
    return Date.from(due(execution));
  }

  public Date reminderAt(DelegateExecution execution) {
    return Date.from(deadlines.reminder(due(execution)));
  }

  private Instant due(DelegateExecution execution) {
    return BodyTrainingProcess.TASK_APPROVE.equals(execution.getCurrentActivityId())
        ? deadlines.approval()
        : deadlines.report();
  }
}
