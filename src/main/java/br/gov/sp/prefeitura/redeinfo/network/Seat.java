package br.gov.sp.prefeitura.redeinfo.network;

/** The two seats of a track in a body; both take part in everything, the suplente stands in. */
public enum Seat {
  TITULAR,
  SUPLENTE
}
