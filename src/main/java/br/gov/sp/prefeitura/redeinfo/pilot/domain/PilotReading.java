package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.View;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.BallotLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.MilestoneLine;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One pilot with all that a reader may know of it, in a fixed number of statements. */
@Service
@Transactional(readOnly = true)
public class PilotReading {

  private final PilotAccess access;
  private final PilotRepository pilots;
  private final PilotProcess process;
  private final PilotStory story;
  private final Submissions submissions;
  private final Milestones milestones;
  private final Reports reports;
  private final Presentations presentations;
  private final Evaluations evaluations;
  private final PartnershipRepository partnerships;
  private final ReviewQueries reviews;
  private final BallotQueries ballots;
  private final Bodies bodies;
  private final Clock clock;

  PilotReading(
      PilotAccess access,
      PilotRepository pilots,
      PilotProcess process,
      PilotStory story,
      Submissions submissions,
      Milestones milestones,
      Reports reports,
      Presentations presentations,
      Evaluations evaluations,
      PartnershipRepository partnerships,
      ReviewQueries reviews,
      BallotQueries ballots,
      Bodies bodies,
      Clock clock) {
    this.access = access;
    this.pilots = pilots;
    this.process = process;
    this.story = story;
    this.submissions = submissions;
    this.milestones = milestones;
    this.reports = reports;
    this.presentations = presentations;
    this.evaluations = evaluations;
    this.partnerships = partnerships;
    this.reviews = reviews;
    this.ballots = ballots;
    this.bodies = bodies;
    this.clock = clock;
  }

  /**
   * @throws Refusal (not found) if there is no such pilot, or it is not for the person
   */
  public PilotDetails of(long id, SignedIn person) {
    return details(access.require(id, person));
  }

  /**
   * What anybody may read.
   *
   * @throws Refusal (not found) if there is no such pilot, or it is not published
   */
  public PilotDetails published(long id) {
    return details(
        pilots
            .find(id)
            .filter(Pilot::isPublished)
            .map(pilot -> new Seen(pilot, bodies.get(pilot.bodyId()), View.PUBLIC))
            .orElseThrow(() -> Refusal.notFound("pilot.not-found")));
  }

  private PilotDetails details(Seen seen) {
    Pilot pilot = seen.pilot();
    View view = seen.view();
    Proposal proposal =
        pilot.submission() == 0 ? null : submissions.get(pilot.id(), pilot.submission()).proposal();
    return new PilotDetails(
        seen,
        proposal,
        partners(seen),
        milestones(pilot, proposal),
        view.seesInside() ? reports(seen) : List.of(),
        latestFirst(reviews.of(pilot.id(), view)),
        ballots.of(pilot.id(), view).stream()
            .map(ballot -> new BallotLine(ballot, ballots.votes(ballot, view)))
            .toList(),
        presentations.latest(pilot.id()).filter(latest -> latest.movedAt() == null).orElse(null),
        evaluation(seen),
        process.waiting(pilot.id()),
        story.of(pilot.id()).stream().map(event -> StorySight.cut(event, view)).toList());
  }

  private static List<Review> latestFirst(List<Review> reviews) {
    List<Review> reversed = new ArrayList<>(reviews);
    Collections.reverse(reversed);
    return reversed;
  }

  private List<Partnership> partners(Seen seen) {
    List<Partnership> all = partnerships.of(seen.pilot().id());
    return seen.view().seesInside()
        ? all
        : all.stream().filter(one -> one.state() == Partnership.State.CONFIRMED).toList();
  }

  private List<MilestoneLine> milestones(Pilot pilot, Proposal proposal) {
    List<Milestone> reported = milestones.of(pilot.id());
    if (reported.isEmpty() && proposal != null) {
      return proposal.milestones().stream().map(MilestoneLine::of).toList();
    }
    LocalDate today = SaoPaulo.today(clock);
    boolean running = pilot.state() == PilotState.RUNNING;
    return reported.stream()
        .map(one -> MilestoneLine.of(one, running && !one.isDropped() && one.isLate(today)))
        .toList();
  }

  /** A report that is being written is the body's; what was said of it is an opinion. */
  private List<ProgressReport> reports(Seen seen) {
    return reports.of(seen.pilot().id()).stream()
        .filter(report -> seen.view().seesDrafts() || !report.state().isWriting())
        .map(report -> seen.view().seesOpinions() ? report : report.withoutReview())
        .toList();
  }

  /** Nobody but those who see everything reads it before it is published. */
  private Evaluation evaluation(Seen seen) {
    boolean published = seen.pilot().state() == PilotState.EVALUATED;
    return published || seen.view() == View.ALL
        ? evaluations.of(seen.pilot().id()).orElse(null)
        : null;
  }
}
