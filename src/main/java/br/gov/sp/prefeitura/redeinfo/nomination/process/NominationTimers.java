package br.gov.sp.prefeitura.redeinfo.nomination.process;

import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.STEPS;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.Deadlines;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.HumanStep;
import br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.Variables;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates in the model: when its user tasks are due, and when their timers fire. */
@Component
public class NominationTimers {

  private static final String MULTI_INSTANCE_SUFFIX = "#multiInstanceBody";

  private final Deadlines deadlines;

  NominationTimers(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /** When the user task that begins now is due. */
  public Date dueAt(DelegateExecution execution) {
    return Date.from(due(execution));
  }

  public Date reminderAt(DelegateExecution execution) {
    return Date.from(deadlines.reminder(due(execution)));
  }

  /** When a nomination without an indication ends. */
  public Date lapseAt(DelegateExecution execution) {
    return (Date) execution.getVariable(Variables.LAPSE_AT);
  }

  private Instant due(DelegateExecution execution) {
    String activity = execution.getCurrentActivityId().replace(MULTI_INSTANCE_SUFFIX, "");
    HumanStep step = STEPS.get(activity);
    return switch (step) {
      case INDICATE -> deadlines.indication(lapseAt(execution).toInstant());
      case ACCEPT -> deadlines.acceptance();
      case APPROVE -> deadlines.approval();
      case VALIDATE -> deadlines.validation();
      case PUBLISH -> deadlines.publication();
    };
  }
}
