package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;

/**
 * One vote of the committee on a submission.
 *
 * @param round counted from 1 for each pilot
 * @param quorumPercent of the electors, as the parameter was when it opened
 * @param tally how many of whom
 * @param closedAt {@code null} while it is open
 * @param outcome {@code null} while it is open
 * @param resolution what the coordination made of a tie or a missed quorum, or {@code null}
 */
public record Ballot(
    long id,
    long pilotId,
    int round,
    int submission,
    int quorumPercent,
    Tally tally,
    Instant openedAt,
    Instant deadline,
    Instant closedAt,
    Outcome outcome,
    Resolution resolution,
    String resolutionReason,
    Long resolvedBy,
    Instant resolvedAt) {

  public boolean isOpen() {
    return closedAt == null;
  }

  /** Votes that a decision needs, of those who are electors now. */
  public int quorum() {
    return quorum(quorumPercent, tally.electorate());
  }

  /** At least one vote, whatever the percentage. */
  static int quorum(int percent, int electorate) {
    return Math.max(1, (electorate * percent + 99) / 100);
  }

  /** As in the decision table. */
  public enum Outcome {
    APPROVED,
    REJECTED,
    TIE,
    NO_QUORUM
  }

  public enum Resolution {
    /** The committee votes again. */
    AGAIN,
    /** Approved by the casting vote of the coordination, of a tie only. */
    APPROVE,
    SHELVE
  }

  public enum Vote {
    FOR,
    AGAINST,
    ABSTAIN,
    /** A conflict of interest: the person is no elector of this ballot any more. */
    CONFLICT
  }

  /** The same without how people voted. */
  Ballot secret() {
    Tally kept = new Tally(tally.asked() - tally.conflicts(), tally.cast(), 0, tally.left(), null);
    return new Ballot(
        id,
        pilotId,
        round,
        submission,
        quorumPercent,
        kept,
        openedAt,
        deadline,
        closedAt,
        outcome,
        resolution,
        resolutionReason,
        resolvedBy,
        resolvedAt);
  }

  /**
   * @param asked electors at the opening; while the ballot is open without those in conflict
   * @param cast votes that count for the quorum, abstentions too
   * @param conflicts 0 while the ballot is open
   * @param left who left the committee before voting
   * @param choices {@code null} while the ballot is open
   */
  public record Tally(int asked, int cast, int conflicts, int left, Choices choices) {

    /** Who may vote or has voted: neither in conflict nor gone. */
    public int electorate() {
      return asked - conflicts - left;
    }

    /** Electors without a vote. */
    public int silent() {
      return electorate() - cast;
    }
  }

  public record Choices(int inFavour, int against, int abstained) {

    int majority() {
      return inFavour - against;
    }
  }
}
