package br.gov.sp.prefeitura.redeinfo.training;

/** Where an edition stands. */
public enum EditionState {
  DRAFT,
  /** Announced; enrolment has not begun. */
  PUBLISHED,
  ENROLLING,
  /** Enrolment is over; sessions are held, or about to be. */
  RUNNING,
  /** All sessions are over, and who completed is to be confirmed. */
  AWAITING_CERTIFICATION,
  CONCLUDED,
  CANCELLED;

  /** Whether people see it and its process goes on. */
  public boolean isLive() {
    return this == PUBLISHED
        || this == ENROLLING
        || this == RUNNING
        || this == AWAITING_CERTIFICATION;
  }
}
