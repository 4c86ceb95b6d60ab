package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Initiative;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.InitiativePlan;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What is typed of an initiative. */
public class InitiativeForm {

  private int version;
  private String name;
  private String purpose;
  private String nextStep;

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate nextStepOn;

  private Set<Long> bodyIds = new HashSet<>();
  private Set<Long> meetingIds = new HashSet<>();
  private Set<Long> projectIds = new HashSet<>();

  static InitiativeForm of(
      Initiative initiative, Set<Long> bodies, Set<Long> meetings, Set<Long> projects) {
    InitiativeForm form = new InitiativeForm();
    form.version = initiative.version();
    form.name = initiative.name();
    form.purpose = initiative.purpose();
    form.nextStep = initiative.nextStep();
    form.nextStepOn = initiative.nextStepOn();
    form.bodyIds = bodies;
    form.meetingIds = meetings;
    form.projectIds = projects;
    return form;
  }

  InitiativePlan plan() {
    return new InitiativePlan(
        name, purpose, nextStep, nextStepOn, known(bodyIds), known(meetingIds), known(projectIds));
  }

  /** Without what an empty field gives. */
  private static Set<Long> known(Set<Long> ids) {
    return ids == null
        ? Set.of()
        : ids.stream().filter(Objects::nonNull).collect(Collectors.toSet());
  }

  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }

  public String getNextStep() {
    return nextStep;
  }

  public void setNextStep(String nextStep) {
    this.nextStep = nextStep;
  }

  public LocalDate getNextStepOn() {
    return nextStepOn;
  }

  public void setNextStepOn(LocalDate nextStepOn) {
    this.nextStepOn = nextStepOn;
  }

  public Set<Long> getBodyIds() {
    return bodyIds;
  }

  public void setBodyIds(Set<Long> bodyIds) {
    this.bodyIds = bodyIds;
  }

  public Set<Long> getMeetingIds() {
    return meetingIds;
  }

  public void setMeetingIds(Set<Long> meetingIds) {
    this.meetingIds = meetingIds;
  }

  public Set<Long> getProjectIds() {
    return projectIds;
  }

  public void setProjectIds(Set<Long> projectIds) {
    this.projectIds = projectIds;
  }
}
