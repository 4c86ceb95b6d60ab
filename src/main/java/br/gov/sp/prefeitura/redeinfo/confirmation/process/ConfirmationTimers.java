package br.gov.sp.prefeitura.redeinfo.confirmation.process;

import static br.gov.sp.prefeitura.redeinfo.confirmation.process.FocalPointConfirmationProcess.confirmationId;

import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationAnswers;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationDeadlines;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates in the model. */
@Component
public class ConfirmationTimers {

  private final ConfirmationDeadlines deadlines;
  private final ConfirmationAnswers confirmations;

  ConfirmationTimers(ConfirmationDeadlines deadlines, ConfirmationAnswers confirmations) {
    this.deadlines = deadlines;
    this.confirmations = confirmations;
  }

  /** When the answer is due. */
  public Date dueAt(DelegateExecution execution) {
    return Date.from(due(execution));
  }

  public Date reminderAt(DelegateExecution execution) {
    return Date.from(deadlines.reminder(due(execution)));
  }

  private Instant due(DelegateExecution execution) {
    return confirmations.get(confirmationId(execution)).dueAt();
  }
}
