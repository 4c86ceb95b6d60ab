package br.gov.sp.prefeitura.redeinfo.statute.web;

import br.gov.sp.prefeitura.redeinfo.statute.domain.Target;
import br.gov.sp.prefeitura.redeinfo.statute.domain.TypedTarget;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What is typed of a target. */
class TargetForm {

  private int version;
  private String what;
  private String measure;
  private Integer doneByHand;
  private Integer target;

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate first;

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate last;

  private String goalCode;
  private String goalName;
  private Long bodyId;

  /** A target of the whole year. */
  static TargetForm of(int year) {
    TargetForm form = new TargetForm();
    form.first = LocalDate.of(year, 1, 1);
    form.last = LocalDate.of(year, 12, 31);
    return form;
  }

  static TargetForm of(Target target) {
    TargetForm form = new TargetForm();
    form.version = target.version();
    form.what = target.what();
    form.measure = target.measure();
    form.doneByHand = target.doneByHand();
    form.target = target.target();
    form.first = target.first();
    form.last = target.last();
    form.goalCode = target.goalCode();
    form.goalName = target.goalName();
    form.bodyId = target.bodyId();
    return form;
  }

  TypedTarget typed() {
    return new TypedTarget(
        what, measure, doneByHand, target, first, last, goalCode, goalName, bodyId);
  }

  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  public String getWhat() {
    return what;
  }

  public void setWhat(String what) {
    this.what = what;
  }

  public String getMeasure() {
    return measure;
  }

  public void setMeasure(String measure) {
    this.measure = measure;
  }

  public Integer getDoneByHand() {
    return doneByHand;
  }

  public void setDoneByHand(Integer doneByHand) {
    this.doneByHand = doneByHand;
  }

  public Integer getTarget() {
    return target;
  }

  public void setTarget(Integer target) {
    this.target = target;
  }

  public LocalDate getFirst() {
    return first;
  }

  public void setFirst(LocalDate first) {
    this.first = first;
  }

  public LocalDate getLast() {
    return last;
  }

  public void setLast(LocalDate last) {
    this.last = last;
  }

  public String getGoalCode() {
    return goalCode;
  }

  public void setGoalCode(String goalCode) {
    this.goalCode = goalCode;
  }

  public String getGoalName() {
    return goalName;
  }

  public void setGoalName(String goalName) {
    this.goalName = goalName;
  }

  public Long getBodyId() {
    return bodyId;
  }

  public void setBodyId(Long bodyId) {
    this.bodyId = bodyId;
  }
}
