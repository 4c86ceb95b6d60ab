package br.gov.sp.prefeitura.redeinfo.outreach.domain;

/** Whether a contact may be invited. */
public enum ContactState {
  OPEN,
  /** Wants no invitations. */
  OPTED_OUT
}
