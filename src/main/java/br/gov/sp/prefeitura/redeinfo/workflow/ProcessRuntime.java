package br.gov.sp.prefeitura.redeinfo.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Starts and steers process instances. Every call joins the caller's transaction, so that a row and
 * the instance it belongs to commit together.
 */
public interface ProcessRuntime {

  /**
   * Starts the latest version of a process.
   *
   * @return the id of the new process instance
   */
  String start(String processKey, String businessKey, Map<String, Object> variables);

  /**
   * Correlates a message with the one instance of this business key.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (conflict) if the instance waits for
   *     no such message (any more)
   * @throws org.springframework.dao.ConcurrencyFailureException if another step of the instance was
   *     taken at the same time: the whole transaction may be tried again
   */
  void correlate(String messageName, String businessKey, Map<String, Object> variables);

  /**
   * Like {@link #correlate}, for instances that may not have come so far yet, or have gone on.
   *
   * @return whether one waited for the message
   */
  boolean correlateIfWaiting(String messageName, String businessKey, Map<String, Object> variables);

  /**
   * Keeps others from completing the tasks that the message may end, until the transaction ends.
   * Who completes a task holds its row and then writes the module's rows; whoever writes the same
   * rows and ends the task by a message afterwards takes them in this order.
   */
  void holdTasks(String messageName, String businessKey);

  /** Open incidents of the instances with these business keys. */
  List<Incident> incidents(String processKey, Collection<String> businessKeys);

  /** Gives the failed job behind an incident another try. */
  void retry(String incidentId);

  /**
   * @param cause the error's message, for administrators
   */
  record Incident(
      String id,
      String processKey,
      String businessKey,
      String activityId,
      String activityName,
      String cause) {}
}
