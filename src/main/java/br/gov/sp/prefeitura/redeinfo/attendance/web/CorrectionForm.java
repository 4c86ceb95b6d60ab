package br.gov.sp.prefeitura.redeinfo.attendance.web;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;

/** A correction as a keeper types it. {@code seen} is the entry's version on the page. */
class CorrectionForm {

  private AttendanceStatus status;
  private String reason;
  private Integer seen;

  public AttendanceStatus getStatus() {
    return status;
  }

  public void setStatus(AttendanceStatus status) {
    this.status = status;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Integer getSeen() {
    return seen;
  }

  public void setSeen(Integer seen) {
    this.seen = seen;
  }
}
