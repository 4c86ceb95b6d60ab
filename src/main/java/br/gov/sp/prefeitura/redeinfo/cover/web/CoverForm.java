package br.gov.sp.prefeitura.redeinfo.cover.web;

import br.gov.sp.prefeitura.redeinfo.cover.AbsenceCovers.NewCover;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What is typed to name a substitute. */
class CoverForm {

  private Long absentId;
  private Long substituteId;

  @DateTimeFormat(iso = ISO.DATE_TIME)
  private LocalDateTime startsAt;

  @DateTimeFormat(iso = ISO.DATE_TIME)
  private LocalDateTime endsAt;

  private boolean chosenOnly;
  private List<String> processes = List.of();
  private String reason;

  /** Without a choice all processes are meant; a choice of none is none. */
  NewCover cover() {
    return new NewCover(
        absentId,
        substituteId,
        startsAt,
        endsAt,
        chosenOnly && processes != null ? Set.copyOf(processes) : Set.of(),
        reason);
  }

  boolean choosesNothing() {
    return chosenOnly && (processes == null || processes.isEmpty());
  }

  public Long getAbsentId() {
    return absentId;
  }

  public void setAbsentId(Long absentId) {
    this.absentId = absentId;
  }

  public Long getSubstituteId() {
    return substituteId;
  }

  public void setSubstituteId(Long substituteId) {
    this.substituteId = substituteId;
  }

  public LocalDateTime getStartsAt() {
    return startsAt;
  }

  public void setStartsAt(LocalDateTime startsAt) {
    this.startsAt = startsAt;
  }

  public LocalDateTime getEndsAt() {
    return endsAt;
  }

  public void setEndsAt(LocalDateTime endsAt) {
    this.endsAt = endsAt;
  }

  public boolean isChosenOnly() {
    return chosenOnly;
  }

  public void setChosenOnly(boolean chosenOnly) {
    this.chosenOnly = chosenOnly;
  }

  public List<String> getProcesses() {
    return processes;
  }

  public void setProcesses(List<String> processes) {
    this.processes = processes;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
