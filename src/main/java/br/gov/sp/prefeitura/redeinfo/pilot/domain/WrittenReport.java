package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.util.List;

/** A report as it can be kept: everything that was typed has its type, nothing need be there. */
record WrittenReport(
    String summary,
    Pilot.Risk risk,
    String riskText,
    boolean helpWanted,
    String helpText,
    boolean finished,
    List<ReportedMilestone> milestones) {

  WrittenReport {
    milestones = List.copyOf(milestones);
  }

  /** Mean of the milestones, to the whole number; 0 without any. */
  int percent() {
    return (int)
        Math.round(milestones.stream().mapToInt(ReportedMilestone::percent).average().orElse(0));
  }
}
