package br.gov.sp.prefeitura.redeinfo.outreach.process;

import static br.gov.sp.prefeitura.redeinfo.outreach.process.OutreachCampaignProcess.campaignId;

import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignDeadlines;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignQueries;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates in the model: when waves go out, when it closes, when its user tasks are due. */
@Component
public class CampaignTimers {

  private final CampaignDeadlines deadlines;
  private final CampaignQueries campaigns;

  CampaignTimers(CampaignDeadlines deadlines, CampaignQueries campaigns) {
    this.deadlines = deadlines;
    this.campaigns = campaigns;
  }

  /** The morning of the next wave's day. */
  public Date nextWave(DelegateExecution execution) {
    return Date.from(
        deadlines.wave(campaigns.get(campaignId(execution)).nextWave().orElseThrow().plan().day()));
  }

  public Date closing(DelegateExecution execution) {
    return Date.from(deadlines.closing(campaigns.get(campaignId(execution)).plan().closesOn()));
  }

  /** When the user task that begins now is due. */
  public Date dueAt(DelegateExecution execution) {
    return Date.from(due(execution));
  }

  public Date reminderAt(DelegateExecution execution) {
    return Date.from(deadlines.reminder(due(execution)));
  }

  private Instant due(DelegateExecution execution) {
    return OutreachCampaignProcess.TASK_REVISE.equals(execution.getCurrentActivityId())
        ? deadlines.revision()
        : deadlines.approval();
  }
}
