package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarter;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code meeting-quarter.bpmn} and the code share. */
public final class MeetingQuarterProcess {

  public static final String KEY = "meeting-quarter";

  /** A meeting of the quarter has a date. */
  public static final String MESSAGE_PLANNED = "meeting-quarter-planned";

  /** A meeting of the quarter was held. */
  public static final String MESSAGE_HELD = "meeting-quarter-held";

  /** A meeting of the quarter was cancelled, moved out of it, or not held. */
  public static final String MESSAGE_FELL_THROUGH = "meeting-quarter-fell-through";

  public static final String TASK_CONVENE = "userTask_ConveneQuarter";

  private MeetingQuarterProcess() {}

  /** The business key is the quarter. */
  static Quarter quarter(DelegateExecution execution) {
    return Quarter.parse(execution.getProcessBusinessKey());
  }
}
