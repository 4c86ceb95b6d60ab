package br.gov.sp.prefeitura.redeinfo.pilot.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code pilot-project.bpmn} and the code share. */
public final class PilotProjectProcess {

  public static final String KEY = "pilot-project";
  public static final String DECISION_COMMITTEE = "committee-decision";

  /** The presentation is to be scheduled anew. */
  public static final String MESSAGE_PRESENTATION_MOVED = "pilot-presentation-moved";

  /** The body reports before the period is over. */
  public static final String MESSAGE_REPORT_WANTED = "pilot-report-wanted";

  public static final String MESSAGE_SUSPENSION = "pilot-suspension";
  public static final String MESSAGE_RESUMPTION = "pilot-resumption";
  public static final String MESSAGE_SPONSOR_CHANGED = "pilot-sponsor-changed";
  public static final String MESSAGE_SCOPE_CHANGE = "pilot-scope-change";
  public static final String MESSAGE_CANCELLATION = "pilot-cancellation";

  /** Followed by the id of the person who is no longer of the committee. */
  public static final String MESSAGE_ELECTOR_LEFT = "pilot-elector-left-";

  public static final String TASK_WRITE = "userTask_WriteProposal";
  public static final String TASK_PARTNERSHIP = "userTask_ConfirmPartnership";
  public static final String TASK_ENDORSE = "userTask_EndorsePilot";
  public static final String TASK_REVIEW = "userTask_ReviewPilot";
  public static final String TASK_VOTE = "userTask_VoteOnPilot";
  public static final String TASK_RESOLVE_BALLOT = "userTask_ResolveBallot";
  public static final String TASK_SCHEDULE = "userTask_SchedulePresentation";
  public static final String TASK_RECORD_PRESENTATION = "userTask_RecordPresentation";
  public static final String TASK_START = "userTask_StartExecution";
  public static final String TASK_REPORT = "userTask_ReportProgress";
  public static final String TASK_REVIEW_REPORT = "userTask_ReviewReport";
  public static final String TASK_REVIEW_COMPLETION = "userTask_ReviewCompletion";
  public static final String TASK_EVALUATE = "userTask_EvaluatePilot";
  public static final String TASK_REVIEW_SCOPE = "userTask_ReviewScopeChange";

  /** Variables: ids, flags and what task lists show; nothing that a person typed but the title. */
  public static final class Variables {

    public static final String SUBJECT = "subject";
    public static final String BODY_SLUG = "bodySlug";

    /** Whether partners are to be asked. */
    public static final String PARTNERS = "partners";

    /** Loop variable: row of the partner that is asked. */
    public static final String PARTNER_ID = "partnerId";

    public static final String PARTNERS_CONFIRMED = "partnersConfirmed";

    /** {@code endorse}, {@code return} or {@code refuse}. */
    public static final String ENDORSEMENT = "endorsement";

    /** {@code forward}, {@code adjust} or {@code reject}. */
    public static final String REVIEW = "review";

    /** Loop variable: person who is asked to vote. */
    public static final String ELECTOR_ID = "electorId";

    /**
     * Outcome of the ballot: {@code APPROVED}, {@code REJECTED}, {@code TIE}, {@code NO_QUORUM}.
     */
    public static final String BALLOT = "ballot";

    /** {@code again}, {@code approve} or {@code shelve}. */
    public static final String RESOLUTION = "resolution";

    public static final String PRESENTED = "presented";

    /** {@code accept} or {@code return}. */
    public static final String REPORT_DECISION = "reportDecision";

    /** Whether the body says that the execution is over. */
    public static final String FINISHED = "finished";

    /** {@code accept} or {@code return}. */
    public static final String COMPLETION = "completion";

    private Variables() {}
  }

  private PilotProjectProcess() {}

  /** The business key is the pilot's id. */
  public static long pilotId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
