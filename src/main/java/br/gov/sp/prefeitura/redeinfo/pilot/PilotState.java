package br.gov.sp.prefeitura.redeinfo.pilot;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where a pilot project stands. */
public enum PilotState {
  /** The body writes, nothing was submitted yet. */
  DRAFT(false, false),
  /** Partners are asked for their part. */
  IN_PARTNERSHIP(false, false),
  /** The head of the lead body is asked. */
  IN_ENDORSEMENT(false, false),
  /** The coordination checks it. */
  IN_REVIEW(false, false),
  /** To be adjusted by the body, with comments. */
  RETURNED(false, false),
  /** The committee votes. */
  IN_VOTE(false, false),
  /** A tie, or no quorum: the coordination resolves it. */
  UNDECIDED(false, false),
  /** Approved; to be presented. */
  APPROVED(true, false),
  /** Presented; its execution has not begun. */
  PRESENTED(true, false),
  RUNNING(true, false),
  SUSPENDED(true, false),
  /** The body says that it is done; the coordination checks that. */
  COMPLETED(true, false),
  IN_EVALUATION(true, false),
  EVALUATED(true, true),
  NOT_ENDORSED(false, true),
  NOT_RECOMMENDED(false, true),
  REJECTED(false, true),
  /** Not decided by the committee and put aside. */
  SHELVED(false, true),
  CANCELLED(false, true);

  private final boolean afterApproval;
  private final boolean over;

  PilotState(boolean afterApproval, boolean over) {
    this.afterApproval = afterApproval;
    this.over = over;
  }

  /** Whether the committee has approved it. A cancelled pilot may have been approved before. */
  public boolean isAfterApproval() {
    return afterApproval;
  }

  /** Whether nothing follows any more. */
  public boolean isOver() {
    return over;
  }

  /** Whether the body may write on its proposal. */
  public boolean isWriting() {
    return this == DRAFT || this == RETURNED;
  }

  /** Whether progress is reported. */
  public boolean isInExecution() {
    return this == RUNNING || this == SUSPENDED;
  }

  /** States in which a pilot goes on. */
  public static Set<PilotState> open() {
    Set<PilotState> open = EnumSet.noneOf(PilotState.class);
    Arrays.stream(values()).filter(state -> !state.over).forEach(open::add);
    return open;
  }
}
