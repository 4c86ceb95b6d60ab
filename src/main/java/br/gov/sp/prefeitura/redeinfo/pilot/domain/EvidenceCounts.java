package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How much evidence there is, for forms and rules. Reads join the transaction. */
@Component
public class EvidenceCounts {

  private final ObjectProvider<EvidenceShelf> shelves;

  EvidenceCounts(ObjectProvider<EvidenceShelf> shelves) {
    this.shelves = shelves;
  }

  /** Files and links of the pilot, whatever they were added to. */
  public int ofPilot(long pilotId) {
    return shelves.stream().mapToInt(shelf -> shelf.countOf(pilotId)).sum();
  }

  /** Files and links added to one progress report. */
  public int ofReport(long reportId) {
    return shelves.stream().mapToInt(shelf -> shelf.countOfReport(reportId)).sum();
  }
}
