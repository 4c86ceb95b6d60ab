package br.gov.sp.prefeitura.redeinfo.nomination;

import java.util.List;

/**
 * A nomination's mandates stand.
 *
 * @param appointmentIds one per filled seat
 */
public record NominationGranted(long nominationId, long bodyId, List<Long> appointmentIds) {

  public NominationGranted {
    appointmentIds = List.copyOf(appointmentIds);
  }
}
