package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.Completion;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.EarlyResults;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.Risk;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotProcess.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * All that one reader may know of a pilot; what is not theirs is not in it.
 *
 * @param proposal as it was submitted and holds, or {@code null} before the first submission
 * @param reviews the latest first
 * @param ballots the first one first
 * @param waiting what is asked of people now
 * @param story oldest first; of what the reader may not know the reasons are {@code null}
 * @param presentation the latest one scheduled, or {@code null}
 * @param evaluation or {@code null}
 */
public record PilotDetails(
    PilotAccess.Seen seen,
    Proposal proposal,
    List<Partnership> partners,
    List<MilestoneLine> milestones,
    List<ReportLine> reports,
    List<Review> reviews,
    List<BallotLine> ballots,
    PresentationLine presentation,
    EvaluationLine evaluation,
    List<Waiting> waiting,
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
      boolean dropped) {}

  /**
   * @param state {@code DRAFT}, {@code SUBMITTED}, {@code RETURNED} or {@code ACCEPTED}
   * @param review what the coordination said of it, or {@code null}
   */
  public record ReportLine(
      long id,
      int number,
      String state,
      Instant dueAt,
      String summary,
      Risk risk,
      String riskText,
      boolean helpWanted,
      String helpText,
      boolean finished,
      Integer percent,
      Long submittedBy,
      Instant submittedAt,
      String review) {}

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

  /**
   * @param held {@code null} as long as nobody recorded it
   */
  public record PresentationLine(
      Instant startsAt, String place, String authorities, Boolean held, String note) {}

  public record EvaluationLine(
      Completion completion, EarlyResults earlyResults, String text, String lessons, Instant at) {}
}
