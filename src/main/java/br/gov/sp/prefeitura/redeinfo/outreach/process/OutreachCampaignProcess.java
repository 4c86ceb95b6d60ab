package br.gov.sp.prefeitura.redeinfo.outreach.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code outreach-campaign.bpmn} and the code share. */
public final class OutreachCampaignProcess {

  public static final String KEY = "outreach-campaign";

  /** The coordination ends the campaign before its time. */
  public static final String MESSAGE_STOP = "outreach-campaign-stop";

  public static final String TASK_APPROVE = "userTask_ApproveCampaign";
  public static final String TASK_REVISE = "userTask_ReviseCampaign";

  public static final Set<String> TASKS = Set.of(TASK_APPROVE, TASK_REVISE);

  /** The send task that reminds of the revision; the other one reminds of the approval. */
  static final String REMIND_REVISION = "sendTask_RemindRevision";

  /** Variables: flags and what task lists show; nothing that a person typed but the title. */
  public static final class Variables {

    public static final String SUBJECT = "subject";

    /** {@code approve} or {@code return}. */
    public static final String DECISION = "decision";

    /** Whether every letter of the wave is written. */
    public static final String WAVE_FINISHED = "waveFinished";

    /** Whether another wave is to come. */
    public static final String MORE_WAVES = "moreWaves";

    private Variables() {}
  }

  private OutreachCampaignProcess() {}

  /** The business key is the campaign's id. */
  public static long campaignId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
