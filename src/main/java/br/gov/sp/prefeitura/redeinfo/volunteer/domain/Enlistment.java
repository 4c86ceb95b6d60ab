package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.volunteer.Interest;
import java.time.Instant;

/**
 * Somebody confirmed their address and asks to join as a volunteer.
 *
 * @param email lower case; none any more once anonymised, like the other details
 * @param statuteVersion the version that was accepted, or {@code null} before the first one
 * @param stateSince when it came to where it is
 * @param reason why it was declined, or {@code null}
 * @param decidedBy who admitted or declined, or {@code null}
 * @param personId who was registered, or is a member already; {@code null} before
 */
public record Enlistment(
    long id,
    String email,
    String name,
    long bodyId,
    Bond bond,
    String unit,
    Interest interest,
    String motivation,
    Long statuteVersion,
    State state,
    Instant stateSince,
    Instant confirmedAt,
    String reason,
    Long decidedBy,
    Instant decidedAt,
    Long personId) {

  /** Where an enlistment is. */
  public enum State {
    /** For the coordination's decision. */
    WAITING,
    ADMITTED,
    DECLINED,
    WITHDRAWN,
    /** Has become a member by another way meanwhile. */
    ALREADY_MEMBER
  }
}
