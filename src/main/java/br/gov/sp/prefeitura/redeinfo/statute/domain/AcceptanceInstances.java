package br.gov.sp.prefeitura.redeinfo.statute.domain;

import java.util.Collection;
import java.util.Map;

/** The process instances behind requests. Every call joins the caller's transaction. */
public interface AcceptanceInstances {

  /**
   * @param username of the member who gets the task
   * @param subject what the task is about, in a few words
   */
  void start(long requestId, String username, String subject);

  /**
   * Keeps the member from completing the task until the transaction ends: to be called before the
   * request's row is changed by anybody but the member.
   */
  void hold(long requestId);

  /** The task is not asked for any more; does nothing if it is over. */
  void end(long requestId);

  /** The open tasks' ids, by request; who has none is left out. */
  Map<Long, String> tasks(Collection<Long> requestIds);
}
