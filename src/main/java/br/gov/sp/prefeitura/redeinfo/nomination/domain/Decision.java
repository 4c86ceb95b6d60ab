package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import java.time.Instant;
import java.util.List;

/**
 * Something that was decided about a nomination, on record.
 *
 * @param reason what the person wrote, or {@code null}
 * @param seats the seats it concerns; none when it concerns the set
 * @param decidedBy person, or {@code null} when a rule or a deadline decided
 * @param inPlaceOfHead whether it was the head's to decide, had the head no stake in the set
 */
public record Decision(
    Step step,
    Outcome outcome,
    String reason,
    List<SeatKey> seats,
    Long decidedBy,
    boolean inPlaceOfHead,
    Instant decidedAt) {

  public Decision {
    seats = List.copyOf(seats);
  }

  /** Where it was decided (messages {@code nomination.step.<name>}). */
  public enum Step {
    INDICATION,
    RULES,
    ACCEPTANCE,
    APPROVAL,
    VALIDATION,
    PUBLICATION,
    MANDATES,
    CORRECTION,
    WITHDRAWAL,
    DEADLINE
  }

  /** What was decided (messages {@code nomination.outcome.<name>}). */
  public enum Outcome {
    SUBMITTED,
    BLOCKED,
    ACCEPTED,
    DECLINED,
    NO_ANSWER,
    APPROVED,
    RETURNED,
    REFUSED,
    VALID,
    RECORDED,
    GRANTED,
    REQUESTED,
    WITHDRAWN,
    LAPSED
  }

  static Decision of(
      Step step, Outcome outcome, String reason, List<SeatKey> seats, Long by, Instant at) {
    return new Decision(step, outcome, reason, seats, by, false, at);
  }
}
