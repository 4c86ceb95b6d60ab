package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Reads a pilot to change it, and keeps others from changing it until the caller's transaction
 * ends.
 */
@Component
class PilotLocks {

  private final PilotRepository pilots;
  private final PilotAccess access;

  PilotLocks(PilotRepository pilots, PilotAccess access) {
    this.pilots = pilots;
    this.access = access;
  }

  /**
   * For a step of the process.
   *
   * @throws Refusal (conflict) if it stands elsewhere by now
   */
  Pilot of(long pilotId, PilotState... expected) {
    Pilot pilot = pilots.lock(pilotId).orElseThrow();
    if (!Set.of(expected).contains(pilot.state()) || !pilot.isOpen()) {
      throw Refusal.conflict("pilot.moved-on");
    }
    return pilot;
  }

  /**
   * For what a person asks for on a page.
   *
   * @throws Refusal (not found) if there is none that the person may know of
   */
  Seen of(long pilotId, SignedIn by) {
    pilots.lock(pilotId);
    return access.require(pilotId, by);
  }

  /**
   * @throws Refusal (forbidden)
   */
  static void require(boolean allowed) {
    if (!allowed) {
      throw Refusal.forbidden("pilot.not-yours");
    }
  }

  /**
   * @throws Refusal (conflict) if the pilot is not in one of the states
   */
  static void requireState(Pilot pilot, PilotState... expected) {
    if (!Set.of(expected).contains(pilot.state()) || !pilot.isOpen()) {
      throw Refusal.conflict("pilot.moved-on");
    }
  }

  static AuditEntry entry(PilotAction action, Pilot pilot, SignedIn by) {
    return AuditEntry.of(action, pilot.id()).by(by.personId()).in(pilot.bodyId());
  }
}
