package br.gov.sp.prefeitura.redeinfo.meeting.process;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names that the model {@code network-meeting.bpmn} and the code share. */
public final class NetworkMeetingProcess {

  public static final String KEY = "network-meeting";

  /** The date of a meeting that is not convened yet is another one. */
  public static final String MESSAGE_DATE_CHANGED = "meeting-date-changed";

  /** A convened meeting is at another time. */
  public static final String MESSAGE_POSTPONED = "meeting-postponed";

  /** The coordination ends the time for remarks. */
  public static final String MESSAGE_REMARKS_CLOSED = "meeting-remarks-closed";

  /** The meeting is called off. */
  public static final String MESSAGE_CANCELLED = "meeting-cancelled";

  public static final String TASK_CONVENE = "userTask_ConveneMeeting";
  public static final String TASK_RECORD = "userTask_RecordMeeting";
  public static final String TASK_WRITE_MINUTES = "userTask_WriteMinutes";
  public static final String TASK_APPROVE_MINUTES = "userTask_ApproveMinutes";

  public static final Set<String> TASKS =
      Set.of(TASK_CONVENE, TASK_RECORD, TASK_WRITE_MINUTES, TASK_APPROVE_MINUTES);

  /** The send tasks that remind, and the user task each is about. */
  static final Map<String, String> REMINDS_OF =
      Map.of(
          "sendTask_RemindConvocation", TASK_CONVENE,
          "sendTask_RemindRecord", TASK_RECORD,
          "sendTask_RemindMinutes", TASK_WRITE_MINUTES,
          "sendTask_RemindApproval", TASK_APPROVE_MINUTES);

  /** Variables: flags and what task lists show; nothing that a person typed but the title. */
  public static final class Variables {

    public static final String SUBJECT = "subject";

    /** {@code yes} or {@code no}. */
    public static final String HELD = "held";

    /** {@code approve} or {@code return}, of the minutes. */
    public static final String DECISION = "decision";

    private Variables() {}
  }

  private NetworkMeetingProcess() {}

  /** The business key is the meeting's id. */
  public static long meetingId(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey());
  }
}
