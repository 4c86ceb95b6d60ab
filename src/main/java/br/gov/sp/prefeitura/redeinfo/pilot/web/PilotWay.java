package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The way of a project through its process in words, for people who do not read diagrams: the
 * model's steps in its order, what is done, where it stands, what follows.
 */
final class PilotWay {

  private PilotWay() {}

  /** The steps, in the order of the model; the partners' step where there are partners. */
  static List<Step> of(PilotDetails details) {
    Pilot pilot = details.pilot();
    boolean over = !pilot.isOpen();
    int place = placeOf(details);
    List<Step> steps = new ArrayList<>();
    for (Stop stop : Stop.values()) {
      if (stop == Stop.PARTNERSHIP && details.partners().isEmpty()) {
        continue;
      }
      steps.add(new Step(stop.name(), status(stop, place, over), doneAt(stop, details.story())));
    }
    return steps;
  }

  private static Status status(Stop stop, int place, boolean over) {
    if (stop.ordinal() < place) {
      return Status.DONE;
    }
    if (stop.ordinal() > place) {
      return over ? Status.NEVER : Status.NEXT;
    }
    return over ? Status.ENDED : Status.NOW;
  }

  private static int placeOf(PilotDetails details) {
    PilotState state = details.pilot().state();
    if (state == PilotState.EVALUATED) {
      return Stop.values().length;
    }
    for (Stop stop : Stop.values()) {
      if (stop.states.contains(state)) {
        return stop.ordinal();
      }
    }
    return afterLastDone(details.story());
  }

  /** A cancelled project was at what follows the last step done. */
  private static int afterLastDone(List<PilotEvent> story) {
    int place = 0;
    for (Stop stop : Stop.values()) {
      place = doneAt(stop, story) == null ? place : stop.ordinal() + 1;
    }
    return Math.min(place, Stop.values().length - 1);
  }

  private static Instant doneAt(Stop stop, List<PilotEvent> story) {
    return story.stream()
        .filter(event -> event.kind() == stop.done)
        .map(PilotEvent::at)
        .reduce((first, last) -> last)
        .orElse(null);
  }

  /** How a step stands. */
  enum Status {
    DONE,
    NOW,
    NEXT,
    /** The project came to its end here. */
    ENDED,
    /** Will not be reached. */
    NEVER
  }

  /**
   * @param key texts {@code pilot.way.<key>}
   * @param at when it was last done, or {@code null}
   */
  record Step(String key, Status status, Instant at) {

    public boolean isDone() {
      return status == Status.DONE;
    }

    public boolean isNow() {
      return status == Status.NOW || status == Status.ENDED;
    }
  }

  private enum Stop {
    WRITING(Kind.SUBMITTED, PilotState.DRAFT, PilotState.RETURNED),
    PARTNERSHIP(Kind.PARTNER_CONFIRMED, PilotState.IN_PARTNERSHIP),
    ENDORSEMENT(Kind.ENDORSED, PilotState.IN_ENDORSEMENT, PilotState.NOT_ENDORSED),
    REVIEW(Kind.FORWARDED, PilotState.IN_REVIEW, PilotState.NOT_RECOMMENDED),
    VOTE(
        Kind.APPROVED,
        PilotState.IN_VOTE,
        PilotState.UNDECIDED,
        PilotState.REJECTED,
        PilotState.SHELVED),
    PRESENTATION(Kind.PRESENTED, PilotState.APPROVED),
    EXECUTION(null, PilotState.PRESENTED, PilotState.RUNNING, PilotState.SUSPENDED),
    COMPLETION(Kind.COMPLETION_ACCEPTED, PilotState.COMPLETED),
    EVALUATION(Kind.EVALUATED, PilotState.IN_EVALUATION);

    private final Kind done;
    private final Set<PilotState> states;

    Stop(Kind done, PilotState first, PilotState... more) {
      this.done = done;
      this.states = EnumSet.of(first, more);
    }
  }
}
