package br.gov.sp.prefeitura.redeinfo.shared.database;

/**
 * The embedded PostgreSQL cannot serve. Ends the start of the application; {@link
 * EmbeddedDatabaseFailureAnalyzer} prints what to do instead of a stack trace.
 */
class EmbeddedDatabaseException extends RuntimeException {

  private final transient String action;

  EmbeddedDatabaseException(String message, String action) {
    this(message, action, null);
  }

  EmbeddedDatabaseException(String message, String action, Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  /** What the person who started the application can do about it. */
  String action() {
    return action;
  }
}
