package br.gov.sp.prefeitura.redeinfo.outreach.web;

import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Measure;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Wave;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** One row of waves. */
class WaveForm {

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate day;

  private Measure measure;
  private Integer amount;

  static WaveForm of(Wave wave) {
    WaveForm form = new WaveForm();
    form.day = wave.day();
    form.measure = wave.measure();
    form.amount = wave.amount();
    return form;
  }

  Wave plan() {
    return new Wave(day, measure, amount);
  }

  boolean isBlank() {
    return day == null && measure == null && amount == null;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public Measure getMeasure() {
    return measure;
  }

  public void setMeasure(Measure measure) {
    this.measure = measure;
  }

  public Integer getAmount() {
    return amount;
  }

  public void setAmount(Integer amount) {
    this.amount = amount;
  }
}
