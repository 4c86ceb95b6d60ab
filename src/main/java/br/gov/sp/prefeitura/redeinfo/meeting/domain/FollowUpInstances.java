package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;

/** The process instances behind follow-ups. Every call joins the caller's transaction. */
public interface FollowUpInstances {

  /** Starts the instance; who has to act is read from the follow-up when the task begins. */
  void start(FollowUp followUp, Body body);

  /**
   * The task is the person's from now on, whoever had taken it on.
   *
   * @param person {@code null}: it is offered to the body again
   */
  void giveTo(long followUpId, Person person);

  /** The open tasks of the follow-up. */
  List<WaitingTask> waiting(long followUpId);
}
