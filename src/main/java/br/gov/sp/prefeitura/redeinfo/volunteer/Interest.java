package br.gov.sp.prefeitura.redeinfo.volunteer;

/** What somebody who joins wants to work on: one of the network's tracks, or both. */
public enum Interest {
  ACCESS_TO_INFORMATION,
  OPEN_GOVERNMENT,
  BOTH
}
