package br.gov.sp.prefeitura.redeinfo.confirmation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Rounds in which every body says whether its focal points are still the right ones. A round
 * belongs to a month; there is one at most.
 */
public interface ConfirmationRounds {

  /**
   * Begins the round of the day's month: every body that has or had focal points is asked, once.
   * The bodies' processes begin afterwards, each in a transaction of its own ({@link
   * #startPending}). Joins the caller's transaction.
   *
   * @param by id of the person of the coordination, or {@code null} for the calendar
   * @return the round's id; empty if the month has its round already, or there is nobody to ask
   */
  Optional<Long> begin(LocalDate day, Long by);

  /** The round of the day's month. */
  Optional<Long> find(LocalDate day);

  /** Ids of the round's confirmations by the body's id. */
  Map<Long, Long> confirmationsOf(long roundId);

  /**
   * Starts the processes that were not started yet, each exactly once over all nodes, and replaces
   * what an older round still asks of the same bodies. Safe to repeat; must not be called within a
   * transaction.
   *
   * @return how many were started
   */
  int startPending();
}
