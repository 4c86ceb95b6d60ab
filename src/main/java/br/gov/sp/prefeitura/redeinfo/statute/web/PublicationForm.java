package br.gov.sp.prefeitura.redeinfo.statute.web;

import br.gov.sp.prefeitura.redeinfo.statute.domain.Publication;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What is typed to publish the draft. */
class PublicationForm {

  private Integer revision;
  private String act;
  private String seiNumber;

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate actDay;

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate gazetteDay;

  private String gazetteLink;

  Publication publication() {
    return new Publication(act, seiNumber, actDay, gazetteDay, gazetteLink);
  }

  public Integer getRevision() {
    return revision;
  }

  public void setRevision(Integer revision) {
    this.revision = revision;
  }

  public String getAct() {
    return act;
  }

  public void setAct(String act) {
    this.act = act;
  }

  public String getSeiNumber() {
    return seiNumber;
  }

  public void setSeiNumber(String seiNumber) {
    this.seiNumber = seiNumber;
  }

  public LocalDate getActDay() {
    return actDay;
  }

  public void setActDay(LocalDate actDay) {
    this.actDay = actDay;
  }

  public LocalDate getGazetteDay() {
    return gazetteDay;
  }

  public void setGazetteDay(LocalDate gazetteDay) {
    this.gazetteDay = gazetteDay;
  }

  public String getGazetteLink() {
    return gazetteLink;
  }

  public void setGazetteLink(String gazetteLink) {
    this.gazetteLink = gazetteLink;
  }
}
