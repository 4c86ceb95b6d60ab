package br.gov.sp.prefeitura.redeinfo.statute.domain;

import java.time.LocalDate;

/**
 * What the network plans to do in a time frame, and the number that is to be reached.
 *
 * @param measure code of the measure, or {@code null} where the number is kept by hand
 * @param doneByHand the number kept by hand, or {@code null} where it is measured
 * @param target the number to be reached
 * @param first first day that counts
 * @param last last day that counts
 * @param goalCode the city goal it serves, e.g. Meta 73, or {@code null}
 * @param goalName or {@code null}
 * @param bodyId the body that answers for it, or {@code null} for the whole network
 * @param version grows with each change
 */
public record Target(
    long id,
    int year,
    String what,
    String measure,
    Integer doneByHand,
    int target,
    LocalDate first,
    LocalDate last,
    String goalCode,
    String goalName,
    Long bodyId,
    int version) {

  /** How a target stands on a day. */
  public enum State {
    NOT_BEGUN,
    UNDER_WAY,
    MET,
    /** Its last day has passed and the number is not reached. */
    LATE
  }

  State on(LocalDate today, long done) {
    if (done >= target) {
      return State.MET;
    }
    if (today.isAfter(last)) {
      return State.LATE;
    }
    return today.isBefore(first) ? State.NOT_BEGUN : State.UNDER_WAY;
  }
}
