package br.gov.sp.prefeitura.redeinfo.pilot.web;

/** What is typed to begin a project. */
class PilotBeginForm {

  private Long body;
  private String title;

  public Long getBody() {
    return body;
  }

  public void setBody(Long body) {
    this.body = body;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }
}
