package br.gov.sp.prefeitura.redeinfo.statute.web;

import br.gov.sp.prefeitura.redeinfo.statute.domain.Draft;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText;

/** The sections as they are typed, and the revision that the writer had read. */
class DraftForm {

  private Integer revision;
  private String principles;
  private String roles;
  private String duties;
  private String activities;

  static DraftForm of(Draft draft) {
    DraftForm form = new DraftForm();
    form.revision = draft.revision();
    form.principles = draft.text().principles();
    form.roles = draft.text().roles();
    form.duties = draft.text().duties();
    form.activities = draft.text().activities();
    return form;
  }

  StatuteText text() {
    return new StatuteText(principles, roles, duties, activities);
  }

  public Integer getRevision() {
    return revision;
  }

  public void setRevision(Integer revision) {
    this.revision = revision;
  }

  public String getPrinciples() {
    return principles;
  }

  public void setPrinciples(String principles) {
    this.principles = principles;
  }

  public String getRoles() {
    return roles;
  }

  public void setRoles(String roles) {
    this.roles = roles;
  }

  public String getDuties() {
    return duties;
  }

  public void setDuties(String duties) {
    this.duties = duties;
  }

  public String getActivities() {
    return activities;
  }

  public void setActivities(String activities) {
    this.activities = activities;
  }
}
