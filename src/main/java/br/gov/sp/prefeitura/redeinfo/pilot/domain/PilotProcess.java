package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The engine as the services of pilots see it. Every call joins the caller's transaction: what is
 * written and what is started or told commit together.
 */
public interface PilotProcess {

  /** A draft begins to live. */
  void start(long pilotId, String bodySlug, String title);

  /**
   * Completes an open task of the pilot in the person's name, whoever of the group had taken it on:
   * for what is written and sent on our own pages.
   *
   * @param values the form's inputs
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (conflict) if no such task is open,
   *     or what its form or its rules refuse
   */
  void complete(long pilotId, Step step, String username, Map<String, Object> values);

  /** The presentation is to be scheduled anew. */
  void presentationMoved(long pilotId);

  /** The body wants to report before the period is over. */
  void reportWanted(long pilotId);

  void suspend(long pilotId);

  void resume(long pilotId);

  void sponsorChanged(long pilotId);

  void scopeChangeAsked(long pilotId);

  void cancel(long pilotId);

  /**
   * Keeps the person's vote from being given until the transaction ends: called before it is
   * written that they do not vote any more.
   */
  void holdVoteOf(long pilotId, long personId);

  /** Somebody who was asked to vote is no longer of the committee. */
  void electorLeft(long pilotId, long personId);

  /** The open tasks of the pilot, the earliest due date first. */
  List<WaitingTask> waiting(long pilotId);

  /** The open tasks of several pilots in one read, by pilot; who has none is left out. */
  Map<Long, List<WaitingTask>> waiting(Collection<Long> pilotIds);

  /** Where the pilot stands in the model, by the elements of the model. */
  Place place(long pilotId);

  /** The model that the pilot follows, as BPMN. */
  byte[] model(long pilotId);

  /** Steps that people complete on our pages. */
  enum Step {
    WRITE,
    REPORT
  }

  /**
   * @param current elements of the model in which it stands; none when over
   * @param names what these elements are called, in pt-BR; those without a name are left out
   */
  record Place(List<String> current, List<String> names, boolean over) {

    public Place {
      current = List.copyOf(current);
      names = List.copyOf(names);
    }
  }
}
