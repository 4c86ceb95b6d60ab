package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;

/** The process behind a succession. Every call joins the caller's transaction. */
public interface SuccessionProcess {

  /**
   * @param subject what it is about, in few words and without a name
   * @param atOnce whether nobody is asked anything
   */
  void start(long id, String subject, boolean atOnce);

  /**
   * The hour has changed.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (conflict) if it has come meanwhile
   */
  void hourChanged(long id);

  /** Likewise, the person stays. */
  void cancel(long id);

  /** Its open tasks. */
  List<WaitingTask> waiting(long id);
}
