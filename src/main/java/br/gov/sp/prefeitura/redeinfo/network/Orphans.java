package br.gov.sp.prefeitura.redeinfo.network;

import java.util.List;

/**
 * Finds what of a module nobody answers for: the daily check asks all of them. Each module that
 * gives people something to hold implements it beside {@link Holdings}.
 */
public interface Orphans {

  /** At most so many, the oldest first, in a bounded number of statements; changes nothing. */
  List<Orphan> find(int limit);

  /**
   * Something without an owner.
   *
   * @param messageKey what it is, as a message of the bundle
   * @param label its own name
   * @param path the page where somebody can be chosen, or {@code null}
   * @param taskId the open task that nobody can do, or {@code null} for what is no task
   */
  record Orphan(String messageKey, String label, String path, String taskId) {}
}
