package br.gov.sp.prefeitura.redeinfo.meeting.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code meeting-follow-up.bpmn} and the code share. */
public final class MeetingFollowUpProcess {

  public static final String KEY = "meeting-follow-up";

  public static final String TASK_DO = "userTask_DoFollowUp";
  public static final String TASK_REVIEW = "userTask_ReviewFollowUp";

  public static final Set<String> TASKS = Set.of(TASK_DO, TASK_REVIEW);

  /** Variables: flags and what task lists show; nothing that a person typed. */
  public static final class Variables {

    public static final String BODY_SLUG = "bodySlug";
    public static final String SUBJECT = "subject";

    /** {@code done}, {@code moreTime} or {@code impossible}. */
    public static final String OUTCOME = "outcome";

    /** {@code drop} or {@code goOn}. */
    public static final String DECISION = "decision";

    private Variables() {}
  }

  private MeetingFollowUpProcess() {}

  /** The business key is the follow-up's id. */
  public static long followUpId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
