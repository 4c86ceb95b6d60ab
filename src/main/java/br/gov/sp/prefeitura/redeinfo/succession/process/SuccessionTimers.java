package br.gov.sp.prefeitura.redeinfo.succession.process;

import static br.gov.sp.prefeitura.redeinfo.succession.process.SuccessionProcessModel.successionId;

import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionReading;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates in the model. */
@Component
public class SuccessionTimers {

  private final SuccessionReading successions;

  SuccessionTimers(SuccessionReading successions) {
    this.successions = successions;
  }

  /** The person's last moment, as it is stated now. */
  public Date hour(DelegateExecution execution) {
    return Date.from(successions.get(successionId(execution)).leavesAt());
  }

  public Date reminderAt(DelegateExecution execution) {
    return Date.from(successions.reminder(successionId(execution)));
  }
}
