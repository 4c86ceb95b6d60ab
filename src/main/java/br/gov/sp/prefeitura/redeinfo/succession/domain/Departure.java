package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;

/**
 * What somebody states of a departure.
 *
 * @param appointmentIds which functions end; empty for all that the one who states it may end
 * @param leavesAt the last moment in São Paulo, {@code null} for at once
 * @param choices person by the key of a held thing ({@link HeldThing#key}); the rule decides the
 *     rest
 */
public record Departure(
    long personId,
    Set<Long> appointmentIds,
    EndReason reason,
    Long toBodyId,
    String act,
    boolean atOnce,
    LocalDateTime leavesAt,
    Map<String, Long> choices) {

  public Departure {
    appointmentIds = Set.copyOf(appointmentIds);
    choices = Map.copyOf(choices);
  }
}
