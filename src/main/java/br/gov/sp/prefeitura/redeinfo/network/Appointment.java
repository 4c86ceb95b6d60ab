package br.gov.sp.prefeitura.redeinfo.network;

import java.time.LocalDate;

/**
 * One row of the dated table that everything about roles follows from.
 *
 * @param bodyId {@code null} for functions of the whole network
 * @param track only for focal points, like {@code seat}
 * @param from first day
 * @param to last day, or {@code null}
 * @param act the act that says so (SEI number or ordinance), or {@code null}
 */
public record Appointment(
    long id,
    long personId,
    Long bodyId,
    Function function,
    Track track,
    Seat seat,
    LocalDate from,
    LocalDate to,
    String act,
    EndReason endReason) {

  /** Why an appointment ended. */
  public enum EndReason {
    MANDATE_ENDED,
    RESIGNED,
    DISMISSED,
    TRANSFERRED,
    RETIRED,
    /** A leave that is long enough for somebody else to take the place. */
    ON_LEAVE,
    REPLACED,
    BODY_ABOLISHED,
    CORRECTED
  }
}
