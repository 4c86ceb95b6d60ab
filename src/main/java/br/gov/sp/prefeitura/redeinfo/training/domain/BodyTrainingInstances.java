package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import java.time.Instant;
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
  List<Waiting> waiting(long trainingId);

  /**
   * @param taskName what is asked, in pt-BR
   * @param assignee user name, or {@code null}
   */
  record Waiting(
      String taskId,
      String taskKey,
      String taskName,
      String assignee,
      List<String> groupIds,
      Instant dueAt) {

    public Waiting {
      groupIds = List.copyOf(groupIds);
    }
  }
}
