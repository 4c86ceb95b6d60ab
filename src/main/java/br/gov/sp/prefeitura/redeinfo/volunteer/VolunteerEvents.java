package br.gov.sp.prefeitura.redeinfo.volunteer;

import java.time.Instant;

/** What others may hear about enlistments, published in the transaction of the step. */
public final class VolunteerEvents {

  private VolunteerEvents() {}

  /** Somebody confirmed their address and asks to join. */
  public record EnlistmentConfirmed(String email, long bodyId, Instant at) {}

  /** The coordination admitted the person. */
  public record VolunteerAdmitted(String email, long personId, long bodyId, Instant at) {}
}
