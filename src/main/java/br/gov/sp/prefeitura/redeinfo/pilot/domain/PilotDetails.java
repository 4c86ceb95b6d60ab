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
 * @param waiting what is asked of people now
 * @param story oldest first; of what the reader may not know the reasons are {@code null}
 * @param presentation the latest one scheduled, or {@code null}
 * @param evaluation or {@code null}
 */
public record PilotDetails(
    PilotAccess.Seen seen,
    Proposal proposal,
    List<PartnerLine> partners,
    List<MilestoneLine> milestones,
    List<ReportLine> reports,
    List<ReviewLine> reviews,
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
   * @param bodyId or {@code null} for a guest
   * @param state {@code ASKED}, {@code CONFIRMED}, {@code DECLINED} or {@code SILENT}
   * @param reason why it declined, or {@code null}
   */
  public record PartnerLine(Long bodyId, String guest, String part, String state, String reason) {

    public boolean isConfirmed() {
      return "CONFIRMED".equals(state);
    }
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
   * The coordination's opinion on a submission.
   *
   * @param outcome {@code FORWARD}, {@code ADJUST} or {@code REJECT}
   * @param internalNote for those who decide, or {@code null}
   */
  public record ReviewLine(
      int submission,
      String outcome,
      String opinion,
      String internalNote,
      Instant at,
      List<PointLine> points) {

    public ReviewLine {
      points = List.copyOf(points);
    }
  }

  /**
   * @param verdict {@code MET}, {@code PARTLY} or {@code NOT_MET}
   */
  public record PointLine(String point, String verdict, String comment) {}

  /**
   * A ballot of the committee.
   *
   * @param closedAt {@code null} as long as it is open
   * @param outcome {@code APPROVED}, {@code REJECTED}, {@code TIE}, {@code NO_QUORUM}, or {@code
   *     null}
   * @param resolution {@code AGAIN}, {@code APPROVE}, {@code SHELVE}, or {@code null}
   * @param counts {@code null} where the reader may not know them
   * @param votes who voted how; empty where the reader may not know it
   */
  public record BallotLine(
      int round,
      Instant openedAt,
      Instant deadline,
      Instant closedAt,
      String outcome,
      String resolution,
      Counts counts,
      List<VoteLine> votes) {

    public BallotLine {
      votes = List.copyOf(votes);
    }
  }

  /** How many voted how. */
  public record Counts(int favour, int against, int abstain, int conflict, int silent) {}

  /**
   * @param vote {@code FOR}, {@code AGAINST}, {@code ABSTAIN}, {@code CONFLICT}, or {@code null}
   */
  public record VoteLine(long personId, String vote, String reason) {}

  /**
   * @param held {@code null} as long as nobody recorded it
   */
  public record PresentationLine(
      Instant startsAt, String place, String authorities, Boolean held, String note) {}

  public record EvaluationLine(
      Completion completion, EarlyResults earlyResults, String text, String lessons, Instant at) {}
}
