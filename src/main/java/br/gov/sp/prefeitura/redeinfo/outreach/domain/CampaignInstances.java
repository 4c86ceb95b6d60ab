package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;

/** The process instances behind campaigns. Every call joins the caller's transaction. */
public interface CampaignInstances {

  void start(Campaign campaign);

  /**
   * Keeps others from completing its tasks until the transaction ends; see {@link
   * br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime#holdTasks}.
   */
  void holdTasks(long campaignId);

  /** Ends the instance wherever it stands. */
  void stop(long campaignId);

  /** The open tasks of the campaign. */
  List<WaitingTask> waiting(long campaignId);
}
