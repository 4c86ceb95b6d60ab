package br.gov.sp.prefeitura.redeinfo.network;

/** How a body numbers its people. */
public enum IdentifierKind {
  /** Functional registration of the direct administration: 7 digits. */
  RF("[0-9]{7}"),
  /** A company's own number. */
  COMPANY("[A-Za-z0-9][A-Za-z0-9./-]{0,19}");

  private final String pattern;

  IdentifierKind(String pattern) {
    this.pattern = pattern;
  }

  public boolean accepts(String identifier) {
    return identifier.matches(pattern);
  }
}
