package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;

/** The process behind an enlistment. All calls join the caller's transaction. */
public interface EnlistmentInstances {

  void start(long enlistmentId, Body body);

  /** Keeps others from deciding until the transaction ends; before the enlistment is locked. */
  void hold(long enlistmentId);

  /** The applicant asks no more. */
  void withdraw(long enlistmentId);

  /** Tasks that wait for somebody. */
  List<WaitingTask> waiting(long enlistmentId);
}
