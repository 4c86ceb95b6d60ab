package br.gov.sp.prefeitura.redeinfo.meeting.domain;

/** What became of a quarter's meeting. In words: {@code meeting.quarter.state.<name>}. */
public enum QuarterState {
  /** The quarter has not begun. */
  AHEAD,
  /** It is over, and nobody asked for a meeting: the application was not in use then. */
  NO_RECORD,
  /** A meeting is asked for. */
  OPEN,
  /** A meeting is planned or convened. */
  PLANNED,
  /** The coordination said why none will be held. */
  WAIVED,
  /** A meeting was held. */
  MET,
  /** The quarter ended without a meeting. */
  MISSED
}
