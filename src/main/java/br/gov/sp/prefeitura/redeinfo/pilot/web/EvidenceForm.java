package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence.Purpose;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.NewEvidence;
import org.springframework.web.multipart.MultipartFile;

/** A file or a link that somebody adds. */
class EvidenceForm {

  private Purpose purpose;
  private String title = "";
  private boolean open;
  private MultipartFile file;
  private String link = "";
  private boolean fromReport;

  NewEvidence typed() {
    return new NewEvidence(purpose, title, open);
  }

  public Purpose getPurpose() {
    return purpose;
  }

  public void setPurpose(Purpose purpose) {
    this.purpose = purpose;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  /** To the public. */
  public boolean isOpen() {
    return open;
  }

  public void setOpen(boolean open) {
    this.open = open;
  }

  public MultipartFile getFile() {
    return file;
  }

  public void setFile(MultipartFile file) {
    this.file = file;
  }

  public String getLink() {
    return link;
  }

  public void setLink(String link) {
    this.link = link;
  }

  /** Whether the person came from the page of the progress report, and goes back there. */
  public boolean isFromReport() {
    return fromReport;
  }

  public void setFromReport(boolean fromReport) {
    this.fromReport = fromReport;
  }
}
