package br.gov.sp.prefeitura.redeinfo.volunteer.web;

/** What is typed to join: where one works and can be written to. */
class JoinForm {

  private Long bodyId;
  private String email;
  private String name;
  private boolean privacy;

  public Long getBodyId() {
    return bodyId;
  }

  public void setBodyId(Long bodyId) {
    this.bodyId = bodyId;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public boolean isPrivacy() {
    return privacy;
  }

  public void setPrivacy(boolean privacy) {
    this.privacy = privacy;
  }
}
