package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

/** How far a pilot of today has come, and how long ago it was begun. */
enum CurrentPilotStage {
  DRAFT(0, 3),
  IN_PARTNERSHIP(0, 6),
  IN_ENDORSEMENT(0, 6),
  IN_REVIEW(0, 8),
  RETURNED(0, 13),
  IN_VOTE(0, 13),
  UNDECIDED(0, 16),
  APPROVED(0, 17),
  PRESENTED(0, 32),
  RUNNING(6, 33),
  /** A report was due weeks ago. */
  LATE(5, 36),
  SUSPENDED(5, 33),
  COMPLETED(9, 33),
  IN_EVALUATION(10, 33),
  EVALUATED(13, 33),
  NOT_ENDORSED(2, 0),
  NOT_RECOMMENDED(3, 0),
  REJECTED(4, 0),
  SHELVED(5, 0),
  CANCELLED(6, 0);

  /** Working days from the first idea to each step. */
  static final int SUBMITTED = 4;

  static final int ENDORSED = 6;
  static final int REVIEWED = 10;
  static final int VOTED = 13;
  static final int RESOLVED = 16;
  static final int SCHEDULED = 18;
  static final int TO_PRESENTATION = 28;
  static final int STARTED = 33;

  private final int months;
  private final int days;

  CurrentPilotStage(int months, int days) {
    this.months = months;
    this.days = days;
  }

  /** Months before today … */
  int months() {
    return months;
  }

  /** … and working days before those. */
  int days() {
    return days;
  }

  /** Whether the committee has been asked. */
  boolean comesToVote() {
    return switch (this) {
      case DRAFT,
          IN_PARTNERSHIP,
          IN_ENDORSEMENT,
          IN_REVIEW,
          RETURNED,
          NOT_ENDORSED,
          NOT_RECOMMENDED ->
          false;
      default -> true;
    };
  }

  /** Whether it was presented. */
  boolean isPresented() {
    return this == PRESENTED || isStarted();
  }

  /** Whether the body has begun to carry it out. */
  boolean isStarted() {
    return switch (this) {
      case RUNNING, LATE, SUSPENDED, COMPLETED, IN_EVALUATION, EVALUATED -> true;
      default -> false;
    };
  }
}
