package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Outcome;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Vote;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The committee votes. Electors are its members at the opening; who declares a conflict of interest
 * or leaves the committee before voting is no elector any more, and the quorum is of the others.
 */
@Service
@Transactional
public class BallotService {

  private static final int STORY = 4000;

  private final PilotTransitions transitions;
  private final BallotRepository ballots;
  private final PilotDeadlines deadlines;
  private final PilotProperties parameters;
  private final PilotProcess process;
  private final PilotStory story;
  private final DecisionNotices notices;
  private final Appointments appointments;
  private final AuditLog audit;
  private final Clock clock;

  BallotService(
      PilotTransitions transitions,
      BallotRepository ballots,
      PilotDeadlines deadlines,
      PilotProperties parameters,
      PilotProcess process,
      PilotStory story,
      DecisionNotices notices,
      Appointments appointments,
      AuditLog audit,
      Clock clock) {
    this.transitions = transitions;
    this.ballots = ballots;
    this.deadlines = deadlines;
    this.parameters = parameters;
    this.process = process;
    this.story = story;
    this.notices = notices;
    this.appointments = appointments;
    this.audit = audit;
    this.clock = clock;
  }

  /** Asks everybody who is of the committee now. Safe to repeat. */
  public void open(long pilotId) {
    Pilot pilot = transitions.lock(pilotId, PilotState.IN_VOTE);
    if (ballots.latest(pilotId).filter(Ballot::isOpen).isPresent()) {
      return;
    }
    ballots.open(
        pilot,
        parameters.quorum(),
        new TreeSet<>(committee()),
        clock.instant(),
        deadlines.in(parameters.ballotDays()));
    story.add(pilotId, Kind.BALLOT_OPENED, null, null, Sight.PUBLIC);
  }

  private Set<Long> committee() {
    return appointments.holders(null, Function.CIGA, SaoPaulo.today(clock));
  }

  /** Ids of those who are asked to vote in the ballot that is open. */
  @Transactional(readOnly = true)
  public List<Long> electors(long pilotId) {
    Ballot open = ballots.latest(pilotId).filter(Ballot::isOpen).orElseThrow();
    return ballots.votes(open.id()).stream()
        .filter(elector -> elector.castAt() == null && elector.leftAt() == null)
        .map(ElectorVote::personId)
        .toList();
  }

  /**
   * The person's vote, given once.
   *
   * @param vote {@code null} if nothing was chosen
   * @param typedReason a vote against needs one
   * @throws Refusal (conflict) after the deadline or a second time, (forbidden) for whoever is not
   *     asked or is not of the committee any more, (invalid) with the fields that break a rule
   */
  public void vote(long pilotId, Vote vote, String typedReason, SignedIn by) {
    long ballot =
        ballots
            .holdOpen(pilotId, clock.instant())
            .orElseThrow(() -> Refusal.conflict("pilot.ballot-over"));
    ElectorVote elector =
        ballots.votes(ballot).stream()
            .filter(asked -> asked.personId() == by.personId() && asked.leftAt() == null)
            .filter(asked -> by.isIn(Groups.CIGA))
            .findFirst()
            .orElseThrow(() -> Refusal.forbidden("pilot.no-elector"));
    TypedAnswers answers = new TypedAnswers();
    if (vote == null) {
      answers.add("vote", "pilot.choose");
    }
    String reason =
        vote == Vote.AGAINST
            ? answers.required("againstReason", typedReason, TypedAnswers.REASON)
            : answers.optional("reason", typedReason, TypedAnswers.REASON);
    answers.refuse();
    if (elector.castAt() != null
        || !ballots.cast(ballot, by.personId(), vote, reason, clock.instant())) {
      throw Refusal.conflict("pilot.voted");
    }
    Pilot pilot = transitions.get(pilotId);
    audit.record(PilotTransitions.entry(PilotAction.VOTED, pilot, by));
  }

  /** Pilots on which the person's vote is awaited. */
  @Transactional(readOnly = true)
  public List<Pilot> awaiting(long personId) {
    return ballots.awaiting(personId).stream().map(transitions::get).toList();
  }

  /**
   * The person is not of the committee any more: votes that are awaited are not asked for any
   * longer and do not count; votes that were cast stay. Safe to repeat.
   */
  public void leave(long personId) {
    if (committee().contains(personId)) {
      return;
    }
    for (long pilotId : ballots.awaiting(personId)) {
      process.holdVoteOf(pilotId, personId);
      if (ballots.leave(pilotId, personId, clock.instant())) {
        process.electorLeft(pilotId, personId);
      }
    }
  }

  /**
   * Everybody has voted, or the time is over: counts, decides by the rule and goes on. Who is not
   * of the committee any more and has not voted does not count, whether it was announced or not.
   *
   * @param rule the committee's decision table
   */
  public Outcome close(long pilotId, CommitteeRule rule) {
    Pilot pilot = transitions.lock(pilotId, PilotState.IN_VOTE);
    long open = ballots.latest(pilotId).orElseThrow().id();
    ballots.lock(open);
    ballots.leaveAllBut(open, committee(), clock.instant());
    Ballot ballot = ballots.latest(pilotId).orElseThrow();
    Ballot.Tally tally = ballot.tally();
    Outcome outcome = rule.outcome(tally.cast() >= ballot.quorum(), tally.choices().majority());
    ballots.close(ballot, outcome, clock.instant());
    switch (outcome) {
      case APPROVED -> {
        transitions.enter(pilot, PilotState.APPROVED, Kind.APPROVED, null, null, Sight.PUBLIC);
        notices.approved(transitions.get(pilotId));
      }
      case REJECTED ->
          transitions.enter(
              pilot,
              PilotState.REJECTED,
              Kind.REJECTED,
              null,
              reasonsAgainst(ballot.id()),
              Sight.BODY);
      case TIE -> transitions.enter(pilot, PilotState.UNDECIDED, Kind.TIED, null, null, Sight.BODY);
      case NO_QUORUM ->
          transitions.enter(
              pilot, PilotState.UNDECIDED, Kind.QUORUM_MISSED, null, null, Sight.BODY);
    }
    return outcome;
  }

  /** What those who voted against say, without who says it. */
  private String reasonsAgainst(long ballotId) {
    String reasons =
        ballots.votes(ballotId).stream()
            .filter(elector -> elector.vote() == Vote.AGAINST)
            .map(ElectorVote::reason)
            .filter(Objects::nonNull)
            .sorted()
            .map(reason -> "– " + reason)
            .collect(Collectors.joining("\n"));
    return reasons.length() <= STORY ? reasons : reasons.substring(0, STORY - 1) + "…";
  }

  /**
   * What the coordination makes of a tie or a missed quorum.
   *
   * @param resolution {@code null} if nothing was chosen
   * @param typedReason needed to approve or to shelve
   * @throws Refusal (invalid) with the fields that break a rule: there is no casting vote where the
   *     quorum was missed; (forbidden) for a casting vote on one's own proposal
   */
  public void resolve(long pilotId, Ballot.Resolution resolution, String typedReason, SignedIn by) {
    Pilot pilot = transitions.lock(pilotId, PilotState.UNDECIDED);
    Ballot ballot = ballots.latest(pilotId).orElseThrow();
    if (resolution == null) {
      throw Refusal.invalidField("resolution", "pilot.choose");
    }
    if (resolution == Ballot.Resolution.APPROVE) {
      if (ballot.outcome() != Outcome.TIE) {
        throw Refusal.invalidField("resolution", "pilot.no-casting-vote");
      }
      transitions.requireOther(pilot, by);
    }
    String reason =
        resolution == Ballot.Resolution.AGAIN
            ? null
            : TypedAnswers.reason("resolutionReason", typedReason);
    ballots.resolve(ballot.id(), resolution, reason, by.personId(), clock.instant());
    switch (resolution) {
      case AGAIN -> transitions.enter(pilot, PilotState.IN_VOTE);
      case APPROVE -> {
        transitions.enter(
            pilot, PilotState.APPROVED, Kind.APPROVED, by.personId(), reason, Sight.PUBLIC);
        notices.approved(transitions.get(pilotId));
      }
      case SHELVE ->
          transitions.enter(
              pilot, PilotState.SHELVED, Kind.SHELVED, by.personId(), reason, Sight.BODY);
    }
    audit.record(
        PilotTransitions.entry(PilotAction.BALLOT_RESOLVED, pilot, by)
            .with("decision", resolution));
  }

  /** What follows from a count. */
  @FunctionalInterface
  public interface CommitteeRule {

    /**
     * @param majority votes in favour less votes against
     */
    Outcome outcome(boolean quorumMet, int majority);
  }
}
