package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingAnnouncement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What is typed to announce a training of a body. */
class BodyTrainingForm {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}([.,]\\d{1,4})?");

  private Long bodyId;
  private String title;

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate day;

  private String hours;
  private Integer expectedPeople;

  BodyTrainingAnnouncement announcement() {
    return new BodyTrainingAnnouncement(bodyId, title, day, number(hours), expectedPeople);
  }

  /** With a comma or a point; {@code null} for what is no number. */
  private static BigDecimal number(String typed) {
    String plain = typed == null ? "" : typed.strip();
    return NUMBER.matcher(plain).matches() ? new BigDecimal(plain.replace(',', '.')) : null;
  }

  public Long getBodyId() {
    return bodyId;
  }

  public void setBodyId(Long bodyId) {
    this.bodyId = bodyId;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public String getHours() {
    return hours;
  }

  public void setHours(String hours) {
    this.hours = hours;
  }

  public Integer getExpectedPeople() {
    return expectedPeople;
  }

  public void setExpectedPeople(Integer expectedPeople) {
    this.expectedPeople = expectedPeople;
  }
}
