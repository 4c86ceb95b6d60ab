package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence.Purpose;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who adds and removes evidence, and when. The lead body's people and the coordination do, while
 * what it belongs to is still being written or checked: what a decision was made on stays.
 */
@Component
class EvidenceRules {

  private static final Set<PilotState> PRESENTATION =
      EnumSet.of(PilotState.APPROVED, PilotState.PRESENTED);

  private static final Set<PilotState> COMPLETION =
      EnumSet.of(PilotState.RUNNING, PilotState.COMPLETED, PilotState.IN_EVALUATION);

  private final EvidenceRepository evidence;

  EvidenceRules(EvidenceRepository evidence) {
    this.evidence = evidence;
  }

  /** Whether the person may do anything with the pilot's evidence besides reading it. */
  static boolean keeps(Seen seen, SignedIn person) {
    return PilotAccess.isOf(person, seen.body()) || person.isCoordination();
  }

  /** What may be added to now, whoever asks. */
  List<EvidencePlace> open(Pilot pilot) {
    List<EvidencePlace> open = new ArrayList<>();
    if (pilot.state().isWriting()) {
      open.add(new EvidencePlace(Purpose.PROPOSAL, null));
    }
    if (PRESENTATION.contains(pilot.state())) {
      open.add(new EvidencePlace(Purpose.PRESENTATION, null));
    }
    if (pilot.state().isInExecution()) {
      evidence
          .findReportBeingWritten(pilot.id())
          .ifPresent(report -> open.add(new EvidencePlace(Purpose.REPORT, report)));
    }
    if (COMPLETION.contains(pilot.state())) {
      open.add(new EvidencePlace(Purpose.COMPLETION, null));
    }
    return open;
  }

  /**
   * Whether the person may take the content away. The coordination may always: it answers for data
   * of persons that should never have been there.
   */
  boolean mayRemove(Evidence item, Seen seen, SignedIn person) {
    return !item.isRemoved()
        && (person.isCoordination()
            || PilotAccess.isOf(person, seen.body())
                && open(seen.pilot()).contains(EvidencePlace.of(item)));
  }
}
