package br.gov.sp.prefeitura.redeinfo.audit;

/**
 * Something that is done and goes on record. Each module has an enum of its own actions and names
 * them in its {@link AuditVocabulary}.
 */
public interface AuditAction {

  /**
   * Stable code, {@code <subject type>.<what happened>} in lower case with hyphens, e.g. {@code
   * appointment.started}. Its text is the message {@code audit.action.<code>}, that of the subject
   * type {@code audit.subject.<type>}.
   */
  String code();

  /** What kind of thing it is done to: the code's first part. */
  default String subjectType() {
    return code().substring(0, code().indexOf('.'));
  }
}
