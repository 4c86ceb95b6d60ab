package br.gov.sp.prefeitura.redeinfo.training;

/** Where an enrolment stands. */
public enum EnrollmentState {
  /** The head of the body has been asked to release the person. */
  IN_RELEASE,
  /** On the waiting list. */
  WAITING,
  CONFIRMED,
  REFUSED,
  WITHDRAWN,
  /** The edition was cancelled. */
  CANCELLED,
  /** Enrolment ended while the person was waiting. */
  NOT_SEATED,
  COMPLETED,
  NOT_COMPLETED;

  /** Whether it can still become something else. */
  public boolean isOpen() {
    return this == IN_RELEASE || this == WAITING || this == CONFIRMED;
  }
}
