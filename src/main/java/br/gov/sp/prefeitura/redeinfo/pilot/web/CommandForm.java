package br.gov.sp.prefeitura.redeinfo.pilot.web;

/** What is typed to give a pilot a command. */
class CommandForm {

  private String reason;
  private String sponsor;

  /** The chosen person's id; {@code null} for what is none. */
  Long sponsorId() {
    return sponsor != null && sponsor.matches("\\d{1,18}") ? Long.valueOf(sponsor) : null;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getSponsor() {
    return sponsor;
  }

  public void setSponsor(String sponsor) {
    this.sponsor = sponsor;
  }
}
