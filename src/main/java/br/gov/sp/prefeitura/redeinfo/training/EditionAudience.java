package br.gov.sp.prefeitura.redeinfo.training;

/** For whom it is. */
public enum EditionAudience {
  /** Focal points of the track, and volunteers. */
  TRACK,
  /** All focal points and volunteers. */
  NETWORK,
  /** Everybody with an account. */
  SERVANTS
}
