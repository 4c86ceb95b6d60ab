package br.gov.sp.prefeitura.redeinfo.nomination.domain;

/** Why a nomination is closed. */
public enum CloseReason {
  /** Nobody was indicated by the deadline. */
  LAPSED,
  WITHDRAWN,
  MANDATES_ENDED
}
