package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done with sheets; what it says of one person names that person. */
enum AttendanceAction implements AuditAction {
  MARKED("attendance.marked"),
  /** Everybody of whom nothing was recorded. */
  REST_MARKED("attendance.rest-marked"),
  CHECKED_IN("attendance.checked-in"),
  IMPORTED("attendance.imported"),
  COMPLETED("attendance.completed"),
  CORRECTED("attendance.corrected");

  private final String code;

  AttendanceAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<AttendanceAction> actions() {
      return List.of(values());
    }
  }
}
