package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import java.util.Collection;
import java.util.List;

/**
 * The engine as this module's services see it. Every call joins the caller's transaction: what is
 * written and what is started or told commit together.
 */
public interface NominationProcess {

  /** Starts a round; the instances of its nominations start in the background. */
  void startRound(long roundId, String roundName);

  /** Starts one nomination outside a round. */
  void startNomination(long nominationId);

  /**
   * Takes an open nomination back to its office.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (conflict) if it is not being
   *     decided
   */
  void requestCorrection(long nominationId);

  /**
   * Ends an open nomination.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (conflict) if it is over
   */
  void withdraw(long nominationId);

  /** The open tasks of these nominations. */
  List<Waiting> waiting(Collection<Long> nominationIds);

  /** Nominations whose instance stands still after a technical failure. */
  List<Failure> failures(Collection<Long> nominationIds);

  /**
   * Gives a failed nomination another try.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (not found) if it has not failed
   */
  void retry(long nominationId);

  /**
   * A task somebody has to do for a nomination.
   *
   * @param taskName what is asked, in pt-BR
   * @param assignee user name of who has taken it on, or {@code null}
   * @param groupIds groups it is offered to
   */
  record Waiting(
      long nominationId,
      String taskId,
      HumanStep step,
      String taskName,
      String assignee,
      List<String> groupIds,
      java.time.Instant since,
      java.time.Instant dueAt) {

    public Waiting {
      groupIds = List.copyOf(groupIds);
    }
  }

  /**
   * @param step name of the step at which it failed
   * @param cause for administrators
   */
  record Failure(long nominationId, String incidentId, String step, String cause) {}
}
