package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.APPROVED;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.CANCELLED;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.COMPLETED;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.DRAFT;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.EVALUATED;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.IN_ENDORSEMENT;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.IN_EVALUATION;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.IN_PARTNERSHIP;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.IN_REVIEW;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.IN_VOTE;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.NOT_ENDORSED;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.NOT_RECOMMENDED;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.PRESENTED;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.REJECTED;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.RETURNED;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.RUNNING;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.SHELVED;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.SUSPENDED;
import static br.gov.sp.prefeitura.redeinfo.pilot.PilotState.UNDECIDED;

import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import java.util.Arrays;
import java.util.List;

/** The columns of the board: states that people see as one stretch of a pilot's way. */
public enum Stage {
  IDEA(DRAFT, RETURNED, IN_PARTNERSHIP, IN_ENDORSEMENT),
  ANALYSIS(IN_REVIEW, IN_VOTE, UNDECIDED),
  PRESENTATION(APPROVED, PRESENTED),
  EXECUTION(RUNNING, SUSPENDED),
  COMPLETION(COMPLETED, IN_EVALUATION),
  RESULT(EVALUATED),
  /** Came to an end before a result. */
  ENDED(NOT_ENDORSED, NOT_RECOMMENDED, REJECTED, SHELVED, CANCELLED);

  private final List<PilotState> states;

  Stage(PilotState... states) {
    this.states = List.of(states);
  }

  public List<PilotState> states() {
    return states;
  }

  public static Stage of(PilotState state) {
    return Arrays.stream(values())
        .filter(stage -> stage.states.contains(state))
        .findFirst()
        .orElseThrow();
  }
}
