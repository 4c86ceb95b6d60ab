package br.gov.sp.prefeitura.redeinfo.network;

/**
 * The bond of a servant with the administration; which count as permanent says a decision table.
 */
public enum Bond {
  EFETIVO,
  EFETIVO_COMISSIONADO,
  COMISSIONADO,
  EMPREGADO_PUBLICO,
  CONTRATADO,
  CEDIDO,
  ESTAGIARIO
}
