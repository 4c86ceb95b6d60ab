package br.gov.sp.prefeitura.redeinfo.volunteer.web;

import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.volunteer.Applicant;
import br.gov.sp.prefeitura.redeinfo.volunteer.Interest;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.JoinRequest;

/** What is typed on the page that the mailed link opens. */
class ApplicantForm {

  private String name;
  private Bond bond;
  private String unit;
  private Interest interest;
  private String motivation;
  private Long statuteVersion;
  private boolean statute;

  Applicant applicant(JoinRequest request) {
    return new Applicant(
        request.email(), request.bodyId(), name, bond, unit, interest, motivation, statuteVersion);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Bond getBond() {
    return bond;
  }

  public void setBond(Bond bond) {
    this.bond = bond;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public Interest getInterest() {
    return interest;
  }

  public void setInterest(Interest interest) {
    this.interest = interest;
  }

  public String getMotivation() {
    return motivation;
  }

  public void setMotivation(String motivation) {
    this.motivation = motivation;
  }

  public Long getStatuteVersion() {
    return statuteVersion;
  }

  public void setStatuteVersion(Long statuteVersion) {
    this.statuteVersion = statuteVersion;
  }

  public boolean isStatute() {
    return statute;
  }

  public void setStatute(boolean statute) {
    this.statute = statute;
  }
}
