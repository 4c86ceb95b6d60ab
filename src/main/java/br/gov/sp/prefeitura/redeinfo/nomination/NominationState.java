package br.gov.sp.prefeitura.redeinfo.nomination;

/** Where a nomination stands, as people see it (messages {@code nomination.state.<name>}). */
public enum NominationState {
  /** The office has been asked and has not answered. */
  DRAFT,
  /** The office has answered; the rules are being checked. */
  SUBMITTED,
  AWAITING_ACCEPTANCE,
  IN_APPROVAL,
  IN_VALIDATION,
  /** Back at the office, with reasons. */
  RETURNED,
  REFUSED,
  AWAITING_PUBLICATION,
  /** Its mandates were granted. */
  IN_FORCE,
  /** Over without mandates, or all its mandates have ended. */
  CLOSED;

  /** Whether somebody still has to act. */
  public boolean isOpen() {
    return this != REFUSED && this != IN_FORCE && this != CLOSED;
  }
}
