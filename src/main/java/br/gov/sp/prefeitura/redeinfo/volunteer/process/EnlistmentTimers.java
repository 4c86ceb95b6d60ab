package br.gov.sp.prefeitura.redeinfo.volunteer.process;

import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentDeadlines;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates in the model: when the decision is due, and when the coordination is reminded. */
@Component
public class EnlistmentTimers {

  private final EnlistmentDeadlines deadlines;

  EnlistmentTimers(EnlistmentDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  public Date dueAt(DelegateExecution execution) {
    return Date.from(deadlines.decision());
  }

  public Date reminderAt(DelegateExecution execution) {
    return Date.from(deadlines.reminder());
  }
}
