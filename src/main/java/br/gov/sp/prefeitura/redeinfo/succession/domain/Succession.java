package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A person leaves a body, or the network.
 *
 * @param toBodyId where the person goes, if they are transferred
 * @param act the act that says so, or {@code null}
 * @param leavesAt the person's last moment: access ends then
 * @param note what the person leaves to their successors, or {@code null}
 * @param endedAt when it was carried out or cancelled, or {@code null}
 * @param accessEnded whether the person's account was closed with it
 */
public record Succession(
    long id,
    long personId,
    EndReason reason,
    Long toBodyId,
    String act,
    Instant leavesAt,
    SuccessionState state,
    String note,
    Instant noteAt,
    long begunBy,
    Instant begunAt,
    Instant endedAt,
    boolean accessEnded) {

  /** Why people leave; other ends of appointments are no departures. */
  public static final Set<EndReason> REASONS =
      Set.of(
          EndReason.RESIGNED,
          EndReason.DISMISSED,
          EndReason.TRANSFERRED,
          EndReason.RETIRED,
          EndReason.ON_LEAVE);

  /** In the order in which they are offered; nobody dismisses themselves. */
  public static List<EndReason> reasons(boolean own) {
    return own
        ? List.of(EndReason.RESIGNED, EndReason.TRANSFERRED, EndReason.RETIRED, EndReason.ON_LEAVE)
        : List.of(
            EndReason.DISMISSED,
            EndReason.RESIGNED,
            EndReason.TRANSFERRED,
            EndReason.RETIRED,
            EndReason.ON_LEAVE);
  }

  /**
   * The last day that counts whole: an appointment that ends in the course of a day counts to its
   * eve, because functions are exercised by days.
   */
  public LocalDate lastDay() {
    return LocalDate.ofInstant(leavesAt, SaoPaulo.ZONE).minusDays(1);
  }

  public boolean isOpen() {
    return state == SuccessionState.PLANNED;
  }
}
