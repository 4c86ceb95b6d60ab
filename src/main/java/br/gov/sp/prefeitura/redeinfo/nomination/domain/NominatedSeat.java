package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import java.time.Instant;

/**
 * One seat that a nomination asks for.
 *
 * @param nominee {@code null} while the seat is empty
 * @param filledBy person who wrote the nominee down
 * @param personId the nominee's person, once invited
 * @param change why the office may fill the seat in now; {@code null} when it stays as it is
 * @param appointmentId the mandate that was granted
 */
public record NominatedSeat(
    SeatKey key,
    Nominee nominee,
    Long filledBy,
    Instant filledAt,
    Long personId,
    Answer answer,
    Instant answeredAt,
    Change change,
    Long appointmentId) {

  /** What the nominee said. */
  public enum Answer {
    PENDING,
    ACCEPTED,
    DECLINED,
    NO_ANSWER
  }

  /** Why a seat is open for the office to fill in. */
  public enum Change {
    /** Asked for the first time. */
    ASKED,
    /** The rules stand against it. */
    RULES,
    /** The nominee declined or did not answer. */
    ANSWER,
    /** The head wants somebody else. */
    REPLACE,
    /** The coordination or the office itself wants it corrected. */
    CORRECT
  }

  static NominatedSeat asked(SeatKey key) {
    return new NominatedSeat(key, null, null, null, null, null, null, Change.ASKED, null);
  }

  public boolean isFilled() {
    return nominee != null;
  }

  public boolean isOpenForChange() {
    return change != null;
  }

  NominatedSeat emptied() {
    return new NominatedSeat(key, null, null, null, null, null, null, null, null);
  }

  /**
   * The acceptance of somebody who stays is kept; whoever is new, or had not accepted, is asked.
   */
  NominatedSeat filled(Nominee by, long writer, Instant at) {
    boolean stays = by.isSamePersonAs(nominee) && answer == Answer.ACCEPTED;
    return new NominatedSeat(
        key,
        by,
        writer,
        at,
        by.isSamePersonAs(nominee) ? personId : null,
        stays ? Answer.ACCEPTED : Answer.PENDING,
        stays ? answeredAt : null,
        null,
        null);
  }

  NominatedSeat invited(long person) {
    return new NominatedSeat(
        key, nominee, filledBy, filledAt, person, answer, answeredAt, change, appointmentId);
  }

  NominatedSeat answered(Answer given, Instant at) {
    return new NominatedSeat(
        key, nominee, filledBy, filledAt, personId, given, at, change, appointmentId);
  }

  NominatedSeat openedFor(Change reason) {
    return new NominatedSeat(
        key, nominee, filledBy, filledAt, personId, answer, answeredAt, reason, appointmentId);
  }

  NominatedSeat granted(long appointment) {
    return new NominatedSeat(
        key, nominee, filledBy, filledAt, personId, answer, answeredAt, change, appointment);
  }
}
