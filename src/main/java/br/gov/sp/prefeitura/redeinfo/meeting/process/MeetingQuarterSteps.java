package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model asks of the meetings. */
@Component
public class MeetingQuarterSteps {

  private final Quarters quarters;

  MeetingQuarterSteps(Quarters quarters) {
    this.quarters = quarters;
  }

  /** Whether a meeting of the quarter is planned, convened or held. */
  public boolean isPlanned(DelegateExecution execution) {
    return quarters.isPlanned(MeetingQuarterProcess.quarter(execution));
  }
}
