package br.gov.sp.prefeitura.redeinfo.confirmation.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The process behind each confirmation. Every call joins the caller's transaction. */
public interface ConfirmationInstances {

  /** Begins to ask the body. */
  void start(long confirmationId, Body body, LocalDate month);

  /** Ends the question without an answer, because a newer round asks again. */
  void replace(long confirmationId);

  /** The open tasks of these confirmations, by the confirmation's id. One read. */
  Map<Long, List<WaitingTask>> waiting(Collection<Long> confirmationIds);
}
