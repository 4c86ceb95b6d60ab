package br.gov.sp.prefeitura.redeinfo.pilot;

/** To which value of open government a pilot contributes. */
public enum Theme {
  TRANSPARENCY,
  PARTICIPATION,
  /** Accountability and integrity. */
  ACCOUNTABILITY,
  /** Innovation by technology. */
  INNOVATION
}
