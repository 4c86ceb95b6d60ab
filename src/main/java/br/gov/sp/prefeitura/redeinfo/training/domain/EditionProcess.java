package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.Collection;
import java.util.List;

/**
 * The engine as the services of editions see it. Every call joins the caller's transaction: what is
 * written and what is started or told commit together.
 */
public interface EditionProcess {

  /** A published edition begins to live. */
  void start(long editionId, String title);

  /** Enrolment begins or ends at another time. */
  void enrolmentPeriodChanged(long editionId);

  /**
   * A session is at another time or place, or is cancelled: everybody concerned is told in the
   * background, and if its own instance lives already, that goes by the new facts.
   */
  void sessionChanged(Session session);

  /** The session's sheet is complete; its instance goes on, if it lives already. */
  void sessionHeld(long sessionId);

  /** The edition is cancelled: its process ends, and every enrolment with it. */
  void cancel(long editionId);

  /** The open tasks of the edition. */
  List<WaitingTask> waiting(long editionId);

  /** Where the edition or one of its sessions stands still after a technical failure. */
  List<Failure> failures(long editionId, Collection<Long> sessionIds);

  /** Gives everything that stands still another try. */
  void retry(long editionId, Collection<Long> sessionIds);

  /**
   * @param step name of the step at which it failed
   * @param cause for administrators
   */
  record Failure(String incidentId, String step, String cause) {}
}
