package br.gov.sp.prefeitura.redeinfo.training.web;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What is typed to move a training or to call it off. */
class BodyTrainingChangeForm {

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate day;

  private String reason;

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
