package br.gov.sp.prefeitura.redeinfo.network;

/** The network's two tracks. */
public enum Track {
  /** Focal points of the access to information service (e-SIC). */
  ACCESS_TO_INFORMATION,
  OPEN_GOVERNMENT
}
