package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;

/** The process instances behind quarters. Every call joins the caller's transaction. */
public interface QuarterInstances {

  void start(Quarter quarter);

  /** The task to convene a meeting ends by itself, if it waits. */
  void planned(Quarter quarter);

  void held(Quarter quarter);

  /** The coordination is asked again, unless another meeting is planned. */
  void fellThrough(Quarter quarter);

  /** The open tasks of the quarter. */
  List<WaitingTask> waiting(Quarter quarter);
}
