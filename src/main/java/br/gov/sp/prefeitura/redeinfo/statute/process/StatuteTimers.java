package br.gov.sp.prefeitura.redeinfo.statute.process;

import static br.gov.sp.prefeitura.redeinfo.statute.process.StatuteAcceptanceProcess.requestId;

import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceRequests;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The dates in the model. They belong to the request: a task that comes back after a question keeps
 * its due date.
 */
@Component
public class StatuteTimers {

  private final AcceptanceRequests requests;

  StatuteTimers(AcceptanceRequests requests) {
    this.requests = requests;
  }

  public Date dueAt(DelegateExecution execution) {
    return Date.from(requests.get(requestId(execution)).dueAt());
  }

  public Date reminderAt(DelegateExecution execution) {
    return Date.from(requests.reminderAt(requests.get(requestId(execution))));
  }
}
