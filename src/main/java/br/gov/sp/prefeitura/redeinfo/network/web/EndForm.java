package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What is typed to end an appointment. */
class EndForm {

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate lastDay;

  private EndReason reason;
  private String act;

  public LocalDate getLastDay() {
    return lastDay;
  }

  public void setLastDay(LocalDate lastDay) {
    this.lastDay = lastDay;
  }

  public EndReason getReason() {
    return reason;
  }

  public void setReason(EndReason reason) {
    this.reason = reason;
  }

  public String getAct() {
    return act;
  }

  public void setAct(String act) {
    this.act = act;
  }
}
