package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Plays what follows a meeting: minutes, their remarks, their approval. */
@Component
@ConditionalOnDemonstration
class MinutesPlayer {

  private final OfficeTime time;

  MinutesPlayer(OfficeTime time) {
    this.time = time;
  }

  /** The minutes are written on that day and go to everybody invited. */
  void circulate(MeetingPlayer.Played meeting, LocalDate day, String coordinator) {
    meeting.task(
        "minutes", OfficeTime.startOf(day), "userTask_WriteMinutes", coordinator, Map.of());
  }

  /** Nobody remarks, and the minutes are approved and published. */
  void publish(MeetingPlayer.Played meeting, LocalDate day, String approver) {
    circulate(meeting, day, Programme2017.coordinatorOn(day));
    Instant decided = OfficeTime.startOf(time.after(day, 7));
    meeting.task(
        "approved",
        decided,
        "userTask_ApproveMinutes",
        approver,
        Map.of("decision", "approve"));
    meeting.until(decided);
  }
}
