package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Progress reports as they stand. Who may read them is the caller's to ask. */
@Service
@Transactional(readOnly = true)
public class Reports {

  private final ReportRepository reports;

  Reports(ReportRepository reports) {
    this.reports = reports;
  }

  /** The latest first; the one being written is the body's and the coordination's alone. */
  public List<ProgressReport> of(long pilotId) {
    return reports.of(pilotId);
  }

  /** The one that is written or waits for the coordination. */
  public Optional<ProgressReport> open(long pilotId) {
    return reports.findOpen(pilotId);
  }

  /** What the report says of the milestones, in their order. */
  public List<ReportedMilestone> milestonesOf(long reportId) {
    return reports.milestonesOf(reportId);
  }
}
