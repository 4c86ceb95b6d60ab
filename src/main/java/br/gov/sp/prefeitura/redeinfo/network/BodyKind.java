package br.gov.sp.prefeitura.redeinfo.network;

/** Kinds of public bodies, as in the city's organisation. */
public enum BodyKind {
  ORGAO_CENTRAL,
  SECRETARIA,
  SECRETARIA_ESPECIAL,
  /** In 2017 "Prefeitura Regional". */
  SUBPREFEITURA,
  AUTARQUIA,
  FUNDACAO,
  EMPRESA_PUBLICA,
  SOCIEDADE_ECONOMIA_MISTA,
  SERVICO_SOCIAL_AUTONOMO,
  /** Guest: the city council. */
  LEGISLATIVO,
  /** Guest: the court of accounts. */
  CONTROLE_EXTERNO;

  /** Guests take part but are not asked to nominate. */
  public boolean isGuest() {
    return this == LEGISLATIVO || this == CONTROLE_EXTERNO;
  }
}
