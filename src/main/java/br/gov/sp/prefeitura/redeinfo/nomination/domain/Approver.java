package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;

/** Who decides about a set. */
public enum Approver {
  HEAD,
  /** In place of a head who is in the set or wrote it. */
  INTERIM_HEAD,
  /** In place of both. */
  COORDINATION;

  /** The engine's group that gets the task. */
  public String group(String bodySlug) {
    return switch (this) {
      case HEAD -> Groups.head(bodySlug);
      case INTERIM_HEAD -> Groups.interimHead(bodySlug);
      case COORDINATION -> Groups.COORDINATION;
    };
  }

  public boolean isInPlaceOfHead() {
    return this != HEAD;
  }
}
