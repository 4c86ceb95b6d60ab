package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.LocalDate;
import java.util.List;

/** The process instances behind bodies' trainings. Every call joins the caller's transaction. */
public interface BodyTrainingInstances {

  void start(long trainingId, Body body, LocalDate day);

  /**
   * The day is another one.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (conflict) if it has passed already
   */
  void move(long trainingId);

  void cancel(long trainingId);

  /** The open tasks of the training. */
  List<WaitingTask> waiting(long trainingId);
}
