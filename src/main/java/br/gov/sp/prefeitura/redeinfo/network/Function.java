package br.gov.sp.prefeitura.redeinfo.network;

/** What a person is appointed to. */
public enum Function {
  HEAD(true),
  INTERIM_HEAD(true),
  OFFICE(true),
  /** Has a track and a seat. */
  FOCAL_POINT(true),
  VOLUNTEER(true),
  COORDINATION(false),
  CIGA(false),
  SAO_PAULO_ABERTA(false),
  EMASP(false),
  AUDITOR(false),
  ADMINISTRATOR(false);

  private final boolean ofBody;

  Function(boolean ofBody) {
    this.ofBody = ofBody;
  }

  /** Whether the function is exercised in one body, or for the whole network. */
  public boolean isOfBody() {
    return ofBody;
  }

  /**
   * Whether administrators of the application appoint to it, and nobody else: who runs the machine
   * and who watches the coordination are not the coordination's to choose.
   */
  public boolean isAdministrative() {
    return this == AUDITOR || this == ADMINISTRATOR;
  }
}
