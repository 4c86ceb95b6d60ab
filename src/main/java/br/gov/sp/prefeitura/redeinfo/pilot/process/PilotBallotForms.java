package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.BallotQueries;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ElectorVote;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.View;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Finding;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewPoint;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewQueries;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What electors see when they vote, never the votes of others; and what the coordination sees when
 * a vote ended without a decision. Electors who are of the lead body do not read internal notes.
 */
@Component
class PilotBallotForms implements PilotTaskForm {

  private final ProposalOnForm proposals;
  private final PastOnForm past;
  private final ReviewQueries reviews;
  private final BallotQueries ballots;
  private final EngineDirectory directory;
  private final Persons persons;
  private final Bodies bodies;
  private final PilotWords texts;

  PilotBallotForms(
      ProposalOnForm proposals,
      PastOnForm past,
      ReviewQueries reviews,
      BallotQueries ballots,
      EngineDirectory directory,
      Persons persons,
      Bodies bodies,
      PilotWords texts) {
    this.proposals = proposals;
    this.past = past;
    this.reviews = reviews;
    this.ballots = ballots;
    this.directory = directory;
    this.persons = persons;
    this.bodies = bodies;
    this.texts = texts;
  }

  @Override
  public Set<String> taskKeys() {
    return Set.of(PilotProjectProcess.TASK_VOTE, PilotProjectProcess.TASK_RESOLVE_BALLOT);
  }

  @Override
  public Map<String, Object> dataFor(Pilot pilot, TaskFormRequest request) {
    boolean inside = !isOfLeadBody(pilot, request.userId());
    View view = inside ? View.COMMITTEE : View.LEAD_BODY;
    Map<String, Object> data = new HashMap<>(proposals.of(pilot));
    data.putAll(past.of(pilot, inside));
    reviews.latest(pilot.id(), view).ifPresent(review -> data.putAll(review(review)));
    Ballot ballot = ballots.latest(pilot.id(), view).orElseThrow();
    data.put("electors", ballot.tally().electorate());
    data.put("quorum", ballot.quorum());
    data.put("ballotDeadline", texts.moment(ballot.deadline()));
    if (!ballot.isOpen()) {
      data.putAll(result(ballot, view));
    }
    return data;
  }

  private boolean isOfLeadBody(Pilot pilot, String username) {
    Body body = bodies.get(pilot.bodyId());
    Set<String> groups = directory.groupsOf(username);
    return !groups.contains(Groups.COORDINATION)
        && Stream.of(
                Groups.members(body.slug()), Groups.office(body.slug()), Groups.head(body.slug()))
            .anyMatch(groups::contains);
  }

  private Map<String, Object> review(Review review) {
    return Map.of(
        "opinion", review.opinion(),
        "reviewedBy", persons.get(review.reviewedBy()).name(),
        "reviewedOn", texts.moment(review.reviewedAt()),
        "internalNote", Objects.toString(review.internalNote(), ""),
        "hasInternalNote", review.internalNote() != null,
        "points",
            review.points().entrySet().stream()
                .map(point -> point(point.getKey(), point.getValue()))
                .toList());
  }

  private Map<String, Object> point(ReviewPoint point, Finding finding) {
    return Map.of(
        "point", texts.text(point.messageKey()),
        "verdict", texts.text("pilot.verdict." + finding.verdict()),
        "comment", Objects.toString(finding.comment(), ""));
  }

  private Map<String, Object> result(Ballot ballot, View view) {
    List<ElectorVote> votes = ballots.votes(ballot, view);
    Map<Long, Person> people =
        persons.byId(votes.stream().map(ElectorVote::personId).distinct().toList());
    return Map.of(
        "round", ballot.round(),
        "outcome", texts.text("pilot.ballot." + ballot.outcome()),
        "inFavour", ballot.tally().choices().inFavour(),
        "against", ballot.tally().choices().against(),
        "abstained", ballot.tally().choices().abstained(),
        "conflicts", ballot.tally().conflicts(),
        "silent", ballot.tally().silent(),
        "votes", votes.stream().map(vote -> vote(vote, people)).toList(),
        "tie", ballot.outcome() == Ballot.Outcome.TIE);
  }

  private Map<String, Object> vote(ElectorVote vote, Map<Long, Person> people) {
    String how =
        vote.vote() == null
            ? texts.text(vote.leftAt() == null ? "pilot.vote.none" : "pilot.vote.left")
            : texts.text("pilot.vote." + vote.vote());
    return Map.of(
        "name", people.get(vote.personId()).name(),
        "vote", how,
        "reason", Objects.toString(vote.reason(), ""));
  }
}
