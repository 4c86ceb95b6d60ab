package br.gov.sp.prefeitura.redeinfo.outreach.process;

import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignInstances;
import br.gov.sp.prefeitura.redeinfo.outreach.process.OutreachCampaignProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine behind {@link CampaignInstances}. */
@Component
class EngineCampaignInstances implements CampaignInstances {

  private final ProcessRuntime runtime;
  private final TaskInbox inbox;

  EngineCampaignInstances(ProcessRuntime runtime, TaskInbox inbox) {
    this.runtime = runtime;
    this.inbox = inbox;
  }

  @Override
  public void start(Campaign campaign) {
    runtime.start(
        OutreachCampaignProcess.KEY,
        String.valueOf(campaign.id()),
        Map.of(Variables.SUBJECT, campaign.plan().title()));
  }

  @Override
  public void holdTasks(long campaignId) {
    runtime.holdTasks(OutreachCampaignProcess.MESSAGE_STOP, String.valueOf(campaignId));
  }

  @Override
  public void stop(long campaignId) {
    runtime.correlate(OutreachCampaignProcess.MESSAGE_STOP, String.valueOf(campaignId), Map.of());
  }

  @Override
  public List<WaitingTask> waiting(long campaignId) {
    return inbox
        .openTasks(OutreachCampaignProcess.KEY, List.of(String.valueOf(campaignId)))
        .stream()
        .map(WaitingTask::of)
        .toList();
  }
}
