package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.PlannedMilestone;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.LocalDate;
import java.util.List;

/**
 * All that one reader may know of a pilot; what is not theirs is not in it.
 *
 * @param proposal as it was submitted and holds, or {@code null} before the first submission
 * @param reports the latest first; what is being written for those who see drafts alone
 * @param reviews the latest first
 * @param ballots the first one first
 * @param waiting what is asked of people now
 * @param story oldest first; of what the reader may not know the reasons are {@code null}
 * @param presentation the latest one, unless it was moved; or {@code null}
 * @param evaluation or {@code null}
 */
public record PilotDetails(
    PilotAccess.Seen seen,
    Proposal proposal,
    List<Partnership> partners,
    List<MilestoneLine> milestones,
    List<ProgressReport> reports,
    List<Review> reviews,
    List<BallotLine> ballots,
    Presentation presentation,
    Evaluation evaluation,
    List<WaitingTask> waiting,
    List<PilotEvent> story) {

  public PilotDetails {
    partners = List.copyOf(partners);
    milestones = List.copyOf(milestones);
    reports = List.copyOf(reports);
    reviews = List.copyOf(reviews);
    ballots = List.copyOf(ballots);
    waiting = List.copyOf(waiting);
    story = List.copyOf(story);
  }

  public Pilot pilot() {
    return seen.pilot();
  }

  /**
   * A milestone as last reported, or as proposed as long as nothing was.
   *
   * @param responsible office or unit, or {@code null}
   * @param late not done, and its planned end has passed while the pilot runs
   * @param dropped taken out by a change of scope
   */
  public record MilestoneLine(
      String title,
      LocalDate plannedStart,
      LocalDate plannedEnd,
      String responsible,
      LocalDate actualStart,
      LocalDate actualEnd,
      int percent,
      String delayReason,
      boolean late,
      boolean dropped) {

    static MilestoneLine of(PlannedMilestone planned) {
      return new MilestoneLine(
          planned.title(),
          planned.start(),
          planned.end(),
          planned.responsible(),
          null,
          null,
          0,
          null,
          false,
          false);
    }

    static MilestoneLine of(Milestone reported, boolean late) {
      return new MilestoneLine(
          reported.title(),
          reported.plannedStart(),
          reported.plannedEnd(),
          reported.responsible(),
          reported.actualStart(),
          reported.actualEnd(),
          reported.percent(),
          reported.delayReason(),
          late,
          reported.isDropped());
    }
  }

  /**
   * A ballot of the committee.
   *
   * @param votes who voted how; empty where the reader may not know it
   */
  public record BallotLine(Ballot ballot, List<ElectorVote> votes) {

    public BallotLine {
      votes = List.copyOf(votes);
    }
  }
}
