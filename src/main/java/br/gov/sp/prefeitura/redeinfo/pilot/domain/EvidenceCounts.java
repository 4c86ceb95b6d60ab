package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import org.springframework.stereotype.Component;

/** How much evidence there is, for forms and rules. Reads join the transaction. */
@Component
public class EvidenceCounts {

  private final EvidenceShelf shelf;

  EvidenceCounts(EvidenceShelf shelf) {
    this.shelf = shelf;
  }

  /** Files and links of the pilot, whatever they were added to. */
  public int ofPilot(long pilotId) {
    return shelf.countOf(pilotId);
  }

  /** Files and links added to one progress report. */
  public int ofReport(long reportId) {
    return shelf.countOfReport(reportId);
  }
}
