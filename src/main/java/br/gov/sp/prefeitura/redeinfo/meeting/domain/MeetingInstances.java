package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;

/** The process instances behind meetings. Every call joins the caller's transaction. */
public interface MeetingInstances {

  void start(Meeting meeting);

  /**
   * Takes the task to convene on and completes it in the person's name.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if it does not wait, somebody else
   *     has taken it, or a rule is broken
   */
  void convene(long meetingId, String message, String username);

  /** The date of a meeting that is not convened is another one: so is the time to convene. */
  void dateChanged(long meetingId);

  /** A convened meeting is at another time. */
  void postponed(long meetingId);

  void cancelled(long meetingId);

  /** The coordination ends the time for remarks before its date. */
  void remarksClosed(long meetingId);

  /** Keeps others from completing the meeting's tasks until the transaction ends. */
  void hold(long meetingId);

  /** The open tasks of the meeting. */
  List<WaitingTask> waiting(long meetingId);
}
