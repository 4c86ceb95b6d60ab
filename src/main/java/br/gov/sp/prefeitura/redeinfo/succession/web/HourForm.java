package br.gov.sp.prefeitura.redeinfo.succession.web;

import java.time.LocalDateTime;
import org.springframework.format.annotation.DateTimeFormat;

/** What is typed to change a succession's hour or plan. */
class HourForm {

  @DateTimeFormat(pattern = "uuuu-MM-dd'T'HH:mm", fallbackPatterns = "uuuu-MM-dd'T'HH:mm:ss")
  private LocalDateTime leavesAt;

  private String plan;

  public LocalDateTime getLeavesAt() {
    return leavesAt;
  }

  public void setLeavesAt(LocalDateTime leavesAt) {
    this.leavesAt = leavesAt;
  }

  /** A problem with the plan is shown there. */
  public String getPlan() {
    return plan;
  }
}
