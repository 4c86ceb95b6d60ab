package br.gov.sp.prefeitura.redeinfo.outreach.web;

/** Why a campaign is stopped. */
class ReasonForm {

  private String reason;

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
