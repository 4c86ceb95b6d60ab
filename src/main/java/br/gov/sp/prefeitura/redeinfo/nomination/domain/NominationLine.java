package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import java.time.Instant;
import java.util.List;

/**
 * One nomination in a list of the coordination's.
 *
 * @param closeReason only when closed
 * @param seats that are asked for
 * @param filled how many of them have a nominee
 * @param waitingFor open tasks; several while nominees answer
 * @param failed whether it stands still after a technical failure
 */
public record NominationLine(
    long nominationId,
    Body body,
    NominationState state,
    CloseReason closeReason,
    Instant stateSince,
    Instant createdAt,
    List<SeatKey> seats,
    int filled,
    List<WaitingFor> waitingFor,
    boolean failed) {

  public NominationLine {
    seats = List.copyOf(seats);
    waitingFor = List.copyOf(waitingFor);
  }

  /** How many seats are asked for. */
  public int asked() {
    return seats.size();
  }

  public boolean isOverdue() {
    return waitingFor.stream().anyMatch(WaitingFor::overdue);
  }

  public boolean isIncomplete() {
    return filled < asked();
  }

  /**
   * @param assigneeName who has taken the task on, or {@code null}
   * @param groupIds groups it is offered to
   */
  public record WaitingFor(
      String taskId,
      HumanStep step,
      String assigneeName,
      List<String> groupIds,
      Instant since,
      Instant dueAt,
      boolean overdue) {

    public WaitingFor {
      groupIds = List.copyOf(groupIds);
    }
  }
}
