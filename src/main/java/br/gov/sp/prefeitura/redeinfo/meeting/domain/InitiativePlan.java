package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.time.LocalDate;
import java.util.Set;

/** What the coordination says of an initiative, its state excepted. */
public record InitiativePlan(
    String name,
    String purpose,
    String nextStep,
    LocalDate nextStepOn,
    Set<Long> bodyIds,
    Set<Long> meetingIds,
    Set<Long> projectIds) {

  public InitiativePlan {
    bodyIds = Set.copyOf(bodyIds);
    meetingIds = Set.copyOf(meetingIds);
    projectIds = Set.copyOf(projectIds);
  }
}
