package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How a pilot goes on: locked first, from a state in which the step may be taken, with a line in
 * its story. All methods join the caller's transaction.
 */
@Component
class PilotTransitions {

  private final PilotRepository pilots;
  private final Submissions submissions;
  private final PilotStory story;
  private final Clock clock;

  PilotTransitions(PilotRepository pilots, Submissions submissions, PilotStory story, Clock clock) {
    this.pilots = pilots;
    this.submissions = submissions;
    this.story = story;
    this.clock = clock;
  }

  /**
   * Keeps others from changing the pilot until the transaction ends.
   *
   * @throws Refusal (not found) if there is no such pilot, (conflict) if it stands elsewhere: the
   *     step was taken by somebody else
   */
  Pilot lock(long id, PilotState... expected) {
    Pilot pilot = pilots.lock(id).orElseThrow(() -> Refusal.notFound("pilot.not-found"));
    if (!List.of(expected).contains(pilot.state())) {
      throw Refusal.conflict("pilot.moved-on");
    }
    return pilot;
  }

  /**
   * @throws Refusal (not found) if there is no such pilot
   */
  Pilot get(long id) {
    return pilots.find(id).orElseThrow(() -> Refusal.notFound("pilot.not-found"));
  }

  /** Who submitted the proposal as it stands. */
  long submitter(Pilot pilot) {
    return submissions.get(pilot.id(), pilot.submission()).submittedBy();
  }

  /**
   * Nobody decides on a proposal that they submitted.
   *
   * @throws Refusal (forbidden)
   */
  void requireOther(Pilot pilot, SignedIn by) {
    if (submitter(pilot) == by.personId()) {
      throw Refusal.forbidden("pilot.own-proposal");
    }
  }

  /**
   * @param by {@code null} for the process itself
   * @param reason {@code null} for none
   */
  void enter(Pilot pilot, PilotState next, Kind kind, Long by, String reason, Sight sight) {
    pilots.enter(pilot.id(), next, clock.instant());
    story.add(pilot.id(), kind, by, reason, sight);
  }

  /** Goes on without a line: the story tells of what led there. */
  void enter(Pilot pilot, PilotState next) {
    pilots.enter(pilot.id(), next, clock.instant());
  }

  /** What the person did to the pilot, for the audit log. */
  static AuditEntry entry(PilotAction action, Pilot pilot, SignedIn by) {
    return AuditEntry.of(action, pilot.id()).by(by.personId()).in(pilot.bodyId());
  }
}
